import { arnOf, callerOf } from '../../src/world/identity';
import { refusal } from '../support/refusal';
import { emptyCloud, sourceAccount, startedAt, targetAccount } from './cloud';

const roleArn = `arn:aws:iam::${targetAccount}:role/service/Mover`;

function worldWithSession() {
  const world = emptyCloud();
  world.sessions.set('ASIASESSION', {
    accessKeyId: 'ASIASESSION',
    roleArn,
    sessionName: 'turn-1',
    accountId: targetAccount,
    expiresAt: startedAt + 1000,
  });
  return world;
}

describe('an access key stands for', () => {
  test.each([
    ['any unknown key', 'AKIAIOSFODNN7EXAMPLE', `arn:aws:iam::${sourceAccount}:root`],
    ['twelve digits', targetAccount, `arn:aws:iam::${targetAccount}:root`],
    ['a session', 'ASIASESSION', `arn:aws:sts::${targetAccount}:assumed-role/Mover/turn-1`],
  ])('%s', (_sentence, key, arn) => {
    expect(arnOf(callerOf(worldWithSession(), key, 'eu-central-1'))).toBe(arn);
  });

  test('somebody in the region that the request was signed for', () => {
    expect(callerOf(emptyCloud(), 'any', 'eu-central-1').region).toBe('eu-central-1');
  });
});

describe('an access key is refused', () => {
  test('when its session has expired', () => {
    const world = worldWithSession();
    world.now += 1000;
    expect(refusal(() => callerOf(world, 'ASIASESSION', 'us-east-1'))).toMatch(/^ExpiredToken 403/);
  });

  test('when it is a session key that nobody gave out: an old one must not become an administrator', () => {
    expect(refusal(() => callerOf(emptyCloud(), 'ASIAOLD', 'us-east-1'))).toMatch(
      /^InvalidClientTokenId 403/,
    );
  });

  test('when it is an account that does not exist, with the ones that do', () => {
    expect(refusal(() => callerOf(emptyCloud(), '999999999999', 'us-east-1'))).toMatch(
      new RegExp(`no account 999999999999 here; the accounts are ${sourceAccount}, ${targetAccount}`),
    );
  });
});
