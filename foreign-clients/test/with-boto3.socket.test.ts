import { describeSuite } from './suite';

describeSuite('with_boto3');
