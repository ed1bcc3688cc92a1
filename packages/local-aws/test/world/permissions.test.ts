import type { Caller } from '../../src/world/operation';
import { isAllowed } from '../../src/world/permissions';
import type { Statement } from '../../src/world/world';
import { ask, emptyCloud, existing, messageOf, outcome, sourceAccount, targetAccount } from './cloud';

const roleArn = `arn:aws:iam::${sourceAccount}:role/service/Mover`;
const mover: Caller = { accountId: sourceAccount, roleArn, sessionName: 'turn-1', region: 'us-east-1' };

const allow = (Action: string | string[], Resource: string | string[] = '*'): Statement => ({
  Effect: 'Allow',
  Action,
  Resource,
});
const deny = (Action: string, Resource = '*'): Statement => ({ Effect: 'Deny', Action, Resource });

function worldWhereRoleHas(...statements: Statement[]) {
  const world = emptyCloud();
  world.roles.set(roleArn, {
    arn: roleArn,
    name: 'Mover',
    accountId: sourceAccount,
    trust: { Statement: [] },
    policies: statements.map((statement) => ({ Statement: [statement] })),
  });
  return world;
}

describe('a role', () => {
  const own = `arn:aws:cloudfront::${sourceAccount}:distribution/ESOURCE`;
  const cases: [string, Statement[], boolean][] = [
    ['without policies may do nothing', [], false],
    ['may do what an Allow names', [allow('cloudfront:UpdateDistribution', own)], true],
    ['may do what a list of actions holds', [allow(['ssm:*', 'cloudfront:UpdateDistribution'])], true],
    ['may do what a wildcard in the action matches', [allow('cloudfront:Update*')], true],
    ['writes actions in any case', [allow('CloudFront:updatedistribution')], true],
    ['may do everything under *', [allow('*')], true],
    ['is told ? as one character', [allow('cloudfront:UpdateDistributio?')], true],
    ['may not do another action', [allow('cloudfront:GetDistribution')], false],
    ['may not touch another resource', [allow('cloudfront:*', `${own}X`)], false],
    [
      'may touch what a wildcard in the resource matches',
      [allow('cloudfront:*', `${own.slice(0, -3)}*`)],
      true,
    ],
    ['treats other characters as themselves', [allow('cloudfront.UpdateDistribution')], false],
    ['is denied by one Deny among Allows', [allow('*'), deny('cloudfront:Update*')], false],
    ['is not denied by a Deny of something else', [allow('*'), deny('cloudfront:Delete*')], true],
  ];
  test.each(cases)('%s', (_sentence, statements, expected) => {
    const need = { action: 'cloudfront:UpdateDistribution', resource: own };
    expect(isAllowed(worldWhereRoleHas(...statements), mover, need)).toBe(expected);
  });

  test('whose session outlives it may do nothing', () => {
    const world = worldWhereRoleHas(allow('*'));
    world.roles.delete(roleArn);
    expect(isAllowed(world, mover, { action: 'ssm:GetParameter', resource: '*' })).toBe(false);
  });

  test('with a Condition in its policy is refused by name, never passed over', () => {
    const world = worldWhereRoleHas({
      ...allow('*'),
      Condition: { StringEquals: { 'aws:RequestedRegion': 'x' } },
    });
    const answered = ask(world, 'ListDistributions', {}, mover);
    expect(outcome(answered)).toBe('NotImplemented 400');
    expect(messageOf(answered)).toContain('StringEquals');
  });
});

test('an administrator needs no policy', () => {
  const caller = { accountId: sourceAccount, region: 'us-east-1' };
  expect(isAllowed(emptyCloud(), caller, { action: 'any:Thing', resource: '*' })).toBe(true);
});

describe('at the gate', () => {
  test('a denial names who, what, on what and why', () => {
    const world = worldWhereRoleHas(allow('ssm:*'));
    existing(world, { id: 'ESOURCE' });
    const answered = ask(world, 'GetDistribution', { Id: 'ESOURCE' }, mover);
    expect(outcome(answered)).toBe('AccessDenied 403');
    expect(messageOf(answered)).toBe(
      `User: arn:aws:sts::${sourceAccount}:assumed-role/Mover/turn-1 is not authorized to perform: ` +
        `cloudfront:GetDistribution on resource: arn:aws:cloudfront::${sourceAccount}:distribution/ESOURCE ` +
        'because no identity-based policy allows the cloudfront:GetDistribution action',
    );
  });

  test('an explicit deny says that it is one', () => {
    const world = worldWhereRoleHas(allow('*'), deny('cloudfront:*'));
    expect(messageOf(ask(world, 'ListDistributions', {}, mover))).toMatch(
      /with an explicit deny in an identity-based/,
    );
  });

  test('comes before the operation looks at anything: what is denied may not even exist', () => {
    expect(outcome(ask(worldWhereRoleHas(), 'GetDistribution', { Id: 'ENONE' }, mover))).toBe(
      'AccessDenied 403',
    );
  });

  const distribution = (id: string) => `arn:aws:cloudfront::${sourceAccount}:distribution/${id}`;
  const both = ['cloudfront:UpdateDomainAssociation', 'cloudfront:UpdateDistribution'];
  const moves: [string, Statement[], string][] = [
    ['on target and source', [allow(both)], 'ok'],
    ['without UpdateDistribution', [allow('cloudfront:UpdateDomainAssociation')], 'AccessDenied 403'],
    ['without UpdateDomainAssociation', [allow('cloudfront:UpdateDistribution')], 'AccessDenied 403'],
    ['on the target only', [allow(both, distribution('ETARGET'))], 'AccessDenied 403'],
    ['on the source only', [allow(both, distribution('ESOURCE'))], 'AccessDenied 403'],
  ];
  test.each(moves)(
    'a move within an account takes both permissions: %s',
    (_sentence, statements, expected) => {
      const world = worldWhereRoleHas(...statements);
      existing(world, { id: 'ESOURCE', aliases: ['a.example.com'] });
      existing(world, { id: 'ETARGET', covers: ['a.example.com'] });
      const input = { Domain: 'a.example.com', TargetResource: { DistributionId: 'ETARGET' } };
      expect(outcome(ask(world, 'UpdateDomainAssociation', input, mover))).toBe(expected);
    },
  );

  test('a move across accounts takes none on the source: the TXT record speaks for that', () => {
    const world = worldWhereRoleHas(allow(both, distribution('ETARGET')));
    existing(world, { account: targetAccount, id: 'ESOURCE', aliases: ['a.example.com'] });
    existing(world, { id: 'ETARGET', covers: ['a.example.com'] });
    const input = { Domain: 'a.example.com', TargetResource: { DistributionId: 'ETARGET' } };
    expect(outcome(ask(world, 'UpdateDomainAssociation', input, mover))).toBe('IllegalUpdate 400');
  });

  test('ListDomainConflicts takes GetDistribution too', () => {
    const world = worldWhereRoleHas(allow('cloudfront:ListDomainConflicts'));
    existing(world, { id: 'ETARGET', covers: ['a.example.com'] });
    const input = { Domain: 'a.example.com', DomainControlValidationResource: { DistributionId: 'ETARGET' } };
    expect(outcome(ask(world, 'ListDomainConflicts', input, mover))).toBe('AccessDenied 403');
  });
});
