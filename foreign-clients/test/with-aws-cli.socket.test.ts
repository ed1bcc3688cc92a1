import { describeSuite } from './suite';

describeSuite('with_aws_cli');
