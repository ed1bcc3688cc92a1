import { type Assumer, mayAssume } from '../../src/world/trust';
import type { Role, Statement } from '../../src/world/world';
import { administrator, emptyCloud, sourceAccount, targetAccount } from './cloud';

const visitorArn = `arn:aws:iam::${targetAccount}:role/Visitor`;

function roleTrusting(...statements: Partial<Statement>[]): Role {
  return {
    arn: `arn:aws:iam::${sourceAccount}:role/Mover`,
    name: 'Mover',
    accountId: sourceAccount,
    policies: [],
    trust: {
      Statement: statements.map((statement) => ({ Effect: 'Allow', Action: 'sts:AssumeRole', ...statement })),
    },
  };
}

const visitor: Assumer = {
  caller: { accountId: targetAccount, roleArn: visitorArn, sessionName: 'turn', region: 'us-east-1' },
};
const target: Assumer = { caller: administrator(targetAccount) };
const secret: Partial<Statement> = {
  Principal: { AWS: targetAccount },
  Condition: { StringEquals: { 'sts:ExternalId': 'open sesame' } },
};
const cloudFormation: Partial<Statement> = {
  Principal: { Service: 'resources.cloudformation.amazonaws.com' },
  Condition: {
    StringEquals: { 'aws:SourceAccount': sourceAccount },
    StringLike: {
      'aws:SourceArn': `arn:aws:cloudformation:us-east-1:${sourceAccount}:type/resource/AwsCommunity-*`,
    },
  },
};
const asService = (sourceAccount_: string): Assumer => ({
  service: 'resources.cloudformation.amazonaws.com',
  sourceAccount: sourceAccount_,
  sourceArn: `arn:aws:cloudformation:us-east-1:${sourceAccount_}:type/resource/AwsCommunity-X`,
});

const cases: [string, Partial<Statement>[], Assumer, boolean][] = [
  ['an account by number lets its administrator in', [{ Principal: { AWS: targetAccount } }], target, true],
  [
    'an account by its root lets its roles in',
    [{ Principal: { AWS: [`arn:aws:iam::${targetAccount}:root`] } }],
    visitor,
    true,
  ],
  ['a role by ARN lets that role in', [{ Principal: { AWS: visitorArn } }], visitor, true],
  ['a role by ARN keeps its administrator out', [{ Principal: { AWS: visitorArn } }], target, false],
  ['another account stays out', [{ Principal: { AWS: sourceAccount } }], target, false],
  ['* lets everybody in', [{ Principal: '*' }], target, true],
  ['the right external id lets in', [secret], { ...target, externalId: 'open sesame' }, true],
  ['a wrong external id keeps out', [secret], { ...target, externalId: 'please' }, false],
  ['a missing external id keeps out', [secret], target, false],
  [
    'an external id that nobody asked for does no harm',
    [{ Principal: { AWS: targetAccount } }],
    { ...target, externalId: 'x' },
    true,
  ],
  ['a Deny wins', [{ Principal: '*' }, { Effect: 'Deny', Principal: { AWS: targetAccount } }], target, false],
  ['another action opens nothing', [{ Principal: '*', Action: 'sts:TagSession' }], target, false],
  [
    'a service gets in for the account that the conditions name',
    [cloudFormation],
    asService(sourceAccount),
    true,
  ],
  ['a service stays out for another account', [cloudFormation], asService(targetAccount), false],
  [
    'a service stays out where an account is trusted',
    [{ Principal: { AWS: '*' } }],
    asService(sourceAccount),
    false,
  ],
];

describe('a trust policy', () => {
  test.each(cases)('%s', (_sentence, statements, assumer, expected) => {
    const world = emptyCloud();
    world.roles.set(visitorArn, {
      ...roleTrusting(),
      arn: visitorArn,
      name: 'Visitor',
      accountId: targetAccount,
    });
    expect(mayAssume(world, roleTrusting(...statements), assumer)).toBe(expected);
  });

  test('that names a deleted role lets nobody in', () => {
    expect(mayAssume(emptyCloud(), roleTrusting({ Principal: { AWS: visitorArn } }), visitor)).toBe(false);
  });

  test('with an operator that is not modelled is refused, never passed over', () => {
    const statement = { Principal: '*', Condition: { IpAddress: { 'aws:SourceIp': '192.0.2.0/24' } } };
    expect(() => mayAssume(emptyCloud(), roleTrusting(statement), target)).toThrow(/IpAddress/);
  });
});
