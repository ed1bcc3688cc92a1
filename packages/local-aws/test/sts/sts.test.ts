import type { AssumeRoleRequest } from '@aws-sdk/client-sts';
import { callerOf } from '../../src/world/identity';
import type { Caller } from '../../src/world/operation';
import { assumeRole } from '../../src/world/sts/assume-role';
import { getCallerIdentity } from '../../src/world/sts/get-caller-identity';
import { getSessionToken } from '../../src/world/sts/get-session-token';
import { administrator, bareWorld, startedAt } from '../support/bare-world';
import { refusal } from '../support/refusal';

const roleArn = 'arn:aws:iam::222222222222:role/service/Mover';

function worldWithRole() {
  const world = bareWorld();
  world.roles.set(roleArn, {
    arn: roleArn,
    name: 'Mover',
    accountId: '222222222222',
    policies: [],
    trust: {
      Statement: [
        {
          Effect: 'Allow',
          Action: 'sts:AssumeRole',
          Principal: { AWS: 'arn:aws:iam::111111111111:root' },
          Condition: { StringEquals: { 'sts:ExternalId': 'open sesame' } },
        },
      ],
    },
  });
  return world;
}

const assume = (
  world = worldWithRole(),
  input: Partial<AssumeRoleRequest> = {},
  caller: Caller = administrator(),
) =>
  assumeRole.perform(
    world,
    { RoleArn: roleArn, RoleSessionName: 'move', ExternalId: 'open sesame', ...input },
    caller,
  );

describe('AssumeRole', () => {
  describe('of a type that trusts CloudFormation alone', () => {
    const typeArn = 'arn:aws:cloudformation:us-east-1:222222222222:type/resource/Acme-Site/';
    const world = worldWithRole();
    const role = world.roles.get(roleArn)!;
    const trust = {
      Statement: [
        {
          Effect: 'Allow' as const,
          Action: 'sts:AssumeRole',
          Principal: { Service: 'resources.cloudformation.amazonaws.com' },
          Condition: {
            StringEquals: { 'aws:SourceAccount': '222222222222' },
            StringLike: { 'aws:SourceArn': `${typeArn}*` },
          },
        },
      ],
    };
    world.roles.set(roleArn, { ...role, trust });
    const behalf = { account: '222222222222', arn: `${typeArn}00000001` };

    test('is for who calls on behalf of the type', () => {
      expect(assume(world, {}, { ...administrator(), onBehalfOf: behalf })).toHaveProperty('Credentials');
    });

    test.each<[string, Partial<typeof behalf> | undefined]>([
      ['an administrator who does not', undefined],
      ['another account', { account: '111111111111' }],
      ['another type', { arn: typeArn.replace('Acme', 'Other') }],
    ])('is not for %s', (_, departure) => {
      const caller = { ...administrator(), ...(departure && { onBehalfOf: { ...behalf, ...departure } }) };
      expect(refusal(() => assume(world, {}, caller))).toMatch(/^AccessDenied 403/);
    });
  });

  test('gives the keys of a session that expires', () => {
    const world = worldWithRole();
    const { Credentials, AssumedRoleUser } = assume(world);
    expect(Credentials).toMatchObject({
      AccessKeyId: expect.stringMatching(/^ASIA[A-Z0-9]{16}$/),
      Expiration: new Date(startedAt + 3_600_000),
    });
    expect(AssumedRoleUser).toEqual({
      Arn: 'arn:aws:sts::222222222222:assumed-role/Mover/move',
      AssumedRoleId: expect.stringMatching(/^AROA[A-Z0-9]{17}:move$/),
    });
    const caller = callerOf(world, Credentials?.AccessKeyId ?? '', 'us-east-1');
    expect(getCallerIdentity.perform(world, {}, caller)).toEqual({
      Account: '222222222222',
      Arn: AssumedRoleUser?.Arn,
      UserId: AssumedRoleUser?.AssumedRoleId,
    });
    world.now += 3_600_000;
    expect(refusal(() => callerOf(world, Credentials?.AccessKeyId ?? '', 'us-east-1'))).toMatch(
      /^ExpiredToken 403/,
    );
  });

  test('gives other keys each time, and the same ones to the same seed', () => {
    const world = worldWithRole();
    expect(assume(world).Credentials?.AccessKeyId).not.toBe(assume(world).Credentials?.AccessKeyId);
    expect(assume().Credentials).toEqual(assume().Credentials);
  });

  const denied =
    'AccessDenied 403: User: arn:aws:iam::111111111111:root is not authorized to perform: sts:AssumeRole on resource: ';

  test.each<[string, Partial<AssumeRoleRequest>, string]>([
    ['another external id', { ExternalId: 'guess' }, `${denied}${roleArn}`],
    [
      'a role that does not exist, in the same words',
      { RoleArn: 'arn:aws:iam::222222222222:role/Nobody' },
      `${denied}arn:aws:iam::222222222222:role/Nobody`,
    ],
    ['no ARN of a role', { RoleArn: 'Mover' }, 'ValidationError 400: Mover is invalid'],
    [
      'more than an hour',
      { DurationSeconds: 7200 },
      'ValidationError 400: The requested DurationSeconds exceeds the MaxSessionDuration set for this role.',
    ],
  ])('refuses %s', (_, input, expected) => {
    expect(refusal(() => assume(worldWithRole(), input))).toBe(expected);
  });

  test('refuses an account that the role does not trust', () => {
    expect(refusal(() => assume(worldWithRole(), {}, administrator('222222222222')))).toMatch(
      /^AccessDenied 403/,
    );
  });
});

test('GetSessionToken gives the administrator keys that are still the administrator', () => {
  const world = bareWorld();
  const { Credentials } = getSessionToken.perform(world, {}, administrator());
  const caller = callerOf(world, Credentials?.AccessKeyId ?? '', 'us-east-1');
  expect(getCallerIdentity.perform(world, {}, caller)).toEqual({
    Account: '111111111111',
    Arn: 'arn:aws:iam::111111111111:root',
    UserId: '111111111111',
  });
});
