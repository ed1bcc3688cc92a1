import {
  DeleteParameterCommand,
  GetParameterCommand,
  PutParameterCommand,
  paginateGetParametersByPath,
  SSMClient,
  SSMServiceException,
} from '@aws-sdk/client-ssm';
import { credentialsOf, Failure, type HandlerErrorCode, type Session } from '@cutover/handler-kit';

/** Notes as the caller's account has them. */
export interface Notes {
  read(id: string): Promise<string>;
  write(id: string, text: string): Promise<void>;
  remove(id: string): Promise<void>;
  ids(): Promise<string[]>;
}

const root = '/acme-example-note';

/** @throws Failure */
export function notesOf(session: Session, region: string): Notes {
  const client = new SSMClient({ region, credentials: credentialsOf(session) });
  const nameOf = (id: string): string => `${root}/${id}`;
  return {
    read: (id) =>
      saying(async () => {
        const { Parameter } = await client.send(new GetParameterCommand({ Name: nameOf(id) }));
        return Parameter?.Value ?? '';
      }),
    write: (id, Value) =>
      saying(async () => {
        const Name = nameOf(id);
        await client.send(new PutParameterCommand({ Name, Value, Type: 'String', Overwrite: true }));
      }),
    remove: (id) =>
      saying(async () => {
        await client.send(new DeleteParameterCommand({ Name: nameOf(id) }));
      }),
    // All of them in one answer: the runtime library drops the token that a second page would need.
    ids: () =>
      saying(async () => {
        const names: string[] = [];
        for await (const { Parameters } of paginateGetParametersByPath({ client }, { Path: root }))
          for (const { Name = '' } of Parameters ?? []) names.push(Name.slice(root.length + 1));
        return names;
      }),
  };
}

/** What the service refuses, in CloudFormation's codes. What is not here fails as GeneralServiceException. */
const codes: Readonly<Record<string, HandlerErrorCode>> = {
  AccessDeniedException: 'AccessDenied',
  InternalServerError: 'ServiceInternalError',
  ParameterNotFound: 'NotFound',
  ThrottlingException: 'Throttling',
  TooManyUpdates: 'ResourceConflict',
};

async function saying<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof SSMServiceException)) throw error;
    const code = codes[error.name] ?? 'GeneralServiceException';
    throw new Failure('Unknown', 'giveUp', code, `${error.name}: ${error.message}`);
  }
}

export const isKnown = (error: unknown): error is Failure => error instanceof Failure;
