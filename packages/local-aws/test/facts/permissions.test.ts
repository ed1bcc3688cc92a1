import type { Caller } from '../../src/world/operation';
import {
  ask,
  type Existing,
  emptyCloud,
  existing,
  outcome,
  sourceAccount,
  targetAccount,
} from '../world/cloud';

const roleArn = `arn:aws:iam::${sourceAccount}:role/Mover`;
const mover: Caller = { accountId: sourceAccount, roleArn, sessionName: 's', region: 'us-east-1' };
const distribution = (id: string): string => `arn:aws:cloudfront::${sourceAccount}:distribution/${id}`;

type Grant = readonly [action: string, resource: string];

const [onTarget, onSource] = [distribution('ETARGET'), distribution('ESOURCE')];
const moves = (target: readonly string[], source: readonly string[]): Grant[] => [
  ...target.map((action): Grant => [action, onTarget]),
  ...source.map((action): Grant => [action, onSource]),
];

function outcomeWith(
  grants: readonly Grant[],
  operation: string,
  input: object,
  source: Partial<Existing> = {},
) {
  const world = emptyCloud();
  const policies = grants.map(([action, Resource]) => ({
    Statement: [{ Effect: 'Allow' as const, Action: `cloudfront:${action}`, Resource }],
  }));
  world.roles.set(roleArn, {
    arn: roleArn,
    name: 'Mover',
    accountId: sourceAccount,
    trust: { Statement: [] },
    policies,
  });
  existing(world, { id: 'ESOURCE', aliases: ['a.example.com'], ...source });
  existing(world, { id: 'ETARGET', covers: ['a.example.com'] });
  return outcome(ask(world, operation, input, mover));
}

/** Past the permissions, AssociateAlias is refused for want of the TXT record. */
const [allowed, denied] = ['IllegalUpdate 400', 'AccessDenied 403'];

describe('AssociateAlias needs permissions on both ends of a move [documented]', () => {
  const alias = { TargetDistributionId: 'ETARGET', Alias: 'a.example.com' };
  const both = ['AssociateAlias', 'UpdateDistribution'];
  const cases: [string, Grant[], string][] = [
    [
      'AssociateAlias and UpdateDistribution on the target, UpdateDistribution on the source',
      moves(both, ['UpdateDistribution']),
      allowed,
    ],
    ['nothing on the source of the same account', moves(both, []), denied],
    ['no UpdateDistribution on the target', moves(['AssociateAlias'], ['UpdateDistribution']), denied],
    ['no AssociateAlias on the target', moves(['UpdateDistribution'], both), denied],
  ];
  test.each(cases)('%s', (_sentence, grants, expected) => {
    expect(outcomeWith(grants, 'AssociateAlias', alias)).toBe(expected);
  });

  test('on the target only, when the source is in another account [documented]', () => {
    expect(outcomeWith(moves(both, []), 'AssociateAlias', alias, { account: targetAccount })).toBe(allowed);
  });
});

describe('the lists of conflicts need GetDistribution on the distribution that is named [documented]', () => {
  const asks: [string, object][] = [
    ['ListConflictingAliases', { DistributionId: 'ETARGET', Alias: 'a.example.com' }],
    [
      'ListDomainConflicts',
      { Domain: 'a.example.com', DomainControlValidationResource: { DistributionId: 'ETARGET' } },
    ],
  ];
  test.each(asks)('%s', (operation, input) => {
    expect(outcomeWith(moves([operation, 'GetDistribution'], []), operation, input)).toBe('ok');
    expect(outcomeWith(moves([operation], []), operation, input)).toBe(denied);
  });
});
