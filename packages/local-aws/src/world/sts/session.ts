import type { Credentials } from '@aws-sdk/client-sts';
import { secondsToMs } from '@cutover/ground';
import type { World } from '../world';

const upper = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
const mixed = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

export interface SessionRequest {
  readonly accountId: string;
  /** Left out: the account's administrator. */
  readonly roleArn?: string;
  readonly sessionName: string;
  readonly durationSeconds: number;
}

/** Opens a session without asking anybody; who may have it is for the caller to check (see trust.ts). */
export function openSession(world: World, request: SessionRequest): Credentials {
  const draw = (alphabet: string, length: number, what: string): string =>
    world.chance.text(alphabet, length, 'sts', what, world.sequence++);
  const accessKeyId = `ASIA${draw(upper, 16, 'access key')}`;
  const expiresAt = world.now + secondsToMs(request.durationSeconds);
  const { accountId, roleArn, sessionName } = request;
  world.sessions.set(accessKeyId, { accessKeyId, accountId, roleArn, sessionName, expiresAt });
  return {
    AccessKeyId: accessKeyId,
    SecretAccessKey: draw(mixed, 40, 'secret key'),
    SessionToken: draw(mixed, 120, 'session token'),
    Expiration: new Date(expiresAt),
  };
}

/** The id behind a role's ARN: `AROA…`, the same for the life of a world. */
export const roleId = (world: World, roleArn: string): string =>
  `AROA${world.chance.text(upper, 17, 'sts', `role id ${roleArn}`, 0)}`;

/** Whether STS gives sessions of this length; the shortest is a quarter of an hour. */
export const isDuration = (seconds: number, longestSeconds: number): boolean =>
  Number.isInteger(seconds) && seconds >= 900 && seconds <= longestSeconds;
