import { createHash } from 'node:crypto';
import type {
  BaseModel,
  Optional,
  ResourceHandlerRequest,
  SessionProxy,
} from '@amazon-web-services-cloudformation/cloudformation-cli-typescript-lib';
import { Failure } from '@cutover/handler-kit';

export type Session = Optional<SessionProxy>;

/** Carried from turn to turn: the newest revision of the journal that the request has seen. */
export interface Context {
  readonly revision?: number;
}
export const seenIn = ({ revision }: Context): number => revision ?? 0;

/** As CloudFormation sends them: of the role that the type's handlers run with. */
interface Credentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken: string;
}

export function credentialsOf(session: Session): Credentials {
  const credentials = session?.configuration.credentials;
  if (!credentials)
    throw new Failure(
      'CredentialsRefused',
      'giveUp',
      'InvalidCredentials',
      'The request came without credentials.',
    );
  const { accessKeyId, secretAccessKey, sessionToken } = credentials;
  return { accessKeyId, secretAccessKey, sessionToken };
}

/** The same token of the same resource gives the same id, so that a replayed create finds its journal. */
export function idOf(prefix: string, request: ResourceHandlerRequest<BaseModel>): string {
  const words = [request.awsAccountId, request.clientRequestToken, request.logicalResourceIdentifier];
  return `${prefix}-${createHash('sha256').update(JSON.stringify(words)).digest('hex').slice(0, 20)}`;
}
