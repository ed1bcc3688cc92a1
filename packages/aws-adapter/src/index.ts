export type { ClientsOptions, RequestHandler } from './clients';
export type { AssumableRole, AwsCredentials } from './credentials';
export { awsPorts } from './ports';
