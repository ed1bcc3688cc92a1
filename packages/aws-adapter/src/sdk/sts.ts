export { STSClient } from '@aws-sdk/client-sts';
export { assumeRole } from '../assume-role';
