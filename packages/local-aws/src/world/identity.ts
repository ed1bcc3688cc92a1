import { AwsFailure } from './failure';
import type { Caller } from './operation';
import type { Account, World } from './world';

/** Keys that our STS gives out start so, as AWS's do; nothing else is a session. */
const sessionKey = /^ASIA/;
const accountKey = /^\d{12}$/;

/**
 * Who stands behind an access key. A session key is the role it was given for; twelve digits are the administrator
 * of that account; any other key is the administrator of the first account, so that every client works as it is.
 * @throws AwsFailure ExpiredToken, InvalidClientTokenId
 */
export function callerOf(world: World, accessKeyId: string, region: string): Caller {
  const session = world.sessions.get(accessKeyId);
  if (session) {
    if (session.expiresAt <= world.now)
      throw new AwsFailure('ExpiredToken', 403, 'The security token included in the request is expired');
    const { accountId, roleArn, sessionName } = session;
    return { accountId, roleArn, sessionName, region };
  }
  // A session of an earlier run must not come back as an administrator.
  if (sessionKey.test(accessKeyId))
    throw unknownToken('it is a session key, but no AssumeRole here gave it out');
  if (!accountKey.test(accessKeyId)) return administratorOf(defaultAccount(world), region);
  const account = world.accounts.get(accessKeyId);
  if (account) return administratorOf(account, region);
  const known = [...world.accounts.keys()].join(', ');
  throw unknownToken(`there is no account ${accessKeyId} here; the accounts are ${known}`);
}

/** May do everything in its account; permissions are evaluated for roles only. */
export const administratorOf = (account: Account, region = 'us-east-1'): Caller => ({
  accountId: account.id,
  region,
});

export function defaultAccount(world: World): Account {
  const [first] = world.accounts.values();
  if (!first)
    throw new Error('A world needs at least one account: createWorld makes one when none is named.');
  return first;
}

const unknownToken = (reason: string): AwsFailure =>
  new AwsFailure(
    'InvalidClientTokenId',
    403,
    `The security token included in the request is invalid (${reason}).`,
  );

/** The ARN by which AWS names a caller in messages and in GetCallerIdentity. */
export const arnOf = (caller: Caller): string =>
  caller.roleArn
    ? `arn:aws:sts::${caller.accountId}:assumed-role/${caller.roleArn.split('/').at(-1)}/${caller.sessionName}`
    : `arn:aws:iam::${caller.accountId}:root`;
