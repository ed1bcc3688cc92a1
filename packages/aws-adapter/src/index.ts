export type { ClientsOptions, RequestHandler } from './clients';
export type { AssumableRole, AwsCredentials } from './credentials';
export { awsPorts } from './ports';
export { type Call as FailureCall, failureOf } from './failures/read';
