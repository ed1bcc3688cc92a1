import type { AssumeRoleResponse } from '@aws-sdk/client-sts';
import { type Caller, callerOf, type World } from '@cutover/local-aws';
import type { Line } from './line';

/** Who asks, found out at the first question. */
export type AskAs = () => Caller;

const REGION = 'us-east-1';

export const administratorIn =
  (accountId: string): AskAs =>
  () => ({ accountId, region: REGION });

export interface AssumableRole {
  readonly roleArn?: string;
  readonly externalId?: string;
}

/** The session of a role, opened at the first question and once only; without a role, whoever would assume it. */
export function assuming(world: World, line: Line, asker: AskAs, role: AssumableRole = {}): AskAs {
  const { roleArn, externalId } = role;
  if (roleArn === undefined) return asker;
  const session = once(() => {
    const { Credentials } = line.call<AssumeRoleResponse>({
      service: 'sts',
      operation: 'AssumeRole',
      input: {
        RoleArn: roleArn,
        RoleSessionName: 'cutover-am-1',
        ExternalId: externalId,
        DurationSeconds: 900,
      },
      caller: asker(),
    });
    return Credentials?.AccessKeyId ?? '';
  });
  return () => callerOf(world, session(), REGION);
}

/** A refusal is remembered too: the adapter's clients do not ask twice in a turn either. */
function once<T>(make: () => T): () => T {
  let made: (() => T) | undefined;
  return () => {
    made ??= attempt(make);
    return made();
  };
}

function attempt<T>(make: () => T): () => T {
  try {
    const value = make();
    return () => value;
  } catch (error) {
    return () => {
      throw error;
    };
  }
}
