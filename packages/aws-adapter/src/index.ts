export type { RequestHandler } from './client-settings';
export type { ClientsOptions } from './clients';
export type { AssumableRole, AwsCredentials } from './credentials';
export { type Call as FailureCall, failureOf } from './failures/read';
export { awsPorts } from './ports';
export { type Identity, identityOf } from './profile';
export type { SiteClientsOptions } from './site/clients';
export { sitePorts } from './site/ports';
