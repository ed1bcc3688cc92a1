import type { Migration } from '@cutover/alias-migration';
import {
  createWorld,
  routeTo,
  seedCertificate,
  seedDistribution,
  seedHostedZone,
  type World,
  type WorldOptions,
} from '@cutover/local-aws';
import { ACCOUNTS, certificate, domainNameOf, SOURCE, TARGET, ZONE } from '../src/cast';
import type { Errand, Stage } from '../src/errands';
import { configOf, MOVER, optionsOf, seedMover } from '../src/smallest-world';

/** The distribution that takes the place of the first target. */
export const NEXT = 'E4444444NEXT';
export const NAMES = ['a.example.com', 'b.example.com', 'c.example.com'] as const;
const [A, B] = NAMES;

export interface StageOptions {
  /** Who holds which names at first; left out, the source all of them. */
  readonly holding?: Readonly<Record<string, readonly string[]>>;
  readonly sourceAccountId?: string;
  /** Of the second target; left out, that of the first. */
  readonly nextAccountId?: string;
  /** A name at a distribution that answers 500. */
  readonly isSick?: (distributionId: string, host: string) => boolean;
  readonly knobs?: WorldOptions['knobs'];
}

/** A source and two targets, records that lead to whoever holds the name, and an eye on all names at all edges. */
export interface UpdateStage extends Stage {
  /** Instants at which a name was answered by nobody, in words. */
  readonly gaps: string[];
}

export function stageOf({
  holding = { [SOURCE]: NAMES },
  sourceAccountId = ACCOUNTS.target,
  ...more
}: StageOptions = {}) {
  const world = createWorld(optionsOf('1', more.knobs));
  if (sourceAccountId === ACCOUNTS.source) seedMover(world);
  const { nextAccountId = ACCOUNTS.target } = more;
  letAssume(world, nextAccountId);
  const accountOf = { [SOURCE]: sourceAccountId, [TARGET]: ACCOUNTS.target, [NEXT]: nextAccountId };
  for (const accountId of new Set(Object.values(accountOf)))
    seedCertificate(world, {
      accountId,
      arn: certificate(accountId),
      names: ['example.com', '*.example.com'],
    });
  for (const [id, accountId] of Object.entries(accountOf)) {
    const config = configOf(id, [...(holding[id] ?? [])], certificate(accountId));
    seedDistribution(world, { accountId, id, domainName: domainNameOf(id), config });
  }
  const records = Object.entries(holding).flatMap(([id, names]) =>
    names.map((name) => ({
      Name: `${name}.`,
      Type: 'CNAME' as const,
      TTL: 60,
      ResourceRecords: [{ Value: domainNameOf(id) }],
    })),
  );
  seedHostedZone(world, { accountId: sourceAccountId, id: ZONE, name: 'example.com', records });
  const gaps: string[] = [];
  const look = (): void => {
    for (const edge of world.edges)
      for (const name of NAMES) if (!routeTo(edge, name)) gaps.push(`${name} at ${edge.name}`);
  };
  const health = (id: string, host: string): number => (more.isSick?.(id, host) ? 500 : 200);
  return { world, health, look, gaps } satisfies UpdateStage;
}

/** The role in the source's account trusts that account too. */
function letAssume(world: World, accountId: string): void {
  const role = world.roles.get(MOVER);
  const Principal = { AWS: [ACCOUNTS.target, accountId].map((id) => `arn:aws:iam::${id}:root`) };
  const Statement = [{ Effect: 'Allow' as const, Action: 'sts:AssumeRole', Principal }];
  if (role) world.roles.set(MOVER, { ...role, trust: { Statement } });
}

export const aMove = (changes: Partial<Migration> = {}): Migration => ({
  accountId: ACCOUNTS.target,
  aliases: [A, B],
  target: { distributionId: TARGET },
  source: { distributionId: SOURCE, accountId: ACCOUNTS.target },
  strategy: 'ATOMIC',
  dns: { hostedZoneId: ZONE },
  verification: { path: '/', minConsecutive: 1, bakeMinutes: 0 },
  deletionBehavior: 'KEEP',
  planOnly: false,
  ...changes,
});

/** The same with the source, its zone and the role in another account. */
export const aCrossing = (changes: Partial<Migration> = {}): Migration =>
  aMove({
    strategy: 'WILDCARD',
    source: { distributionId: SOURCE, accountId: ACCOUNTS.source, roleArn: MOVER },
    dns: { hostedZoneId: ZONE, roleArn: MOVER },
    ...changes,
  });

export const create = (migration: Migration, id = 'am-1'): Errand => ({ id, action: 'create', migration });
export const update = (migration: Migration, id = 'am-1'): Errand => ({ id, action: 'update', migration });
export const remove = (migration: Migration, id = 'am-1'): Errand => ({ id, action: 'delete', migration });

export const namesOf = (world: World, id: string): string[] =>
  (world.distributions.get(id)?.config.Aliases?.Items ?? []).map(String).toSorted();

/** Who holds what, and where the records lead. */
export const portraitOf = (world: World) => ({
  ...Object.fromEntries([SOURCE, TARGET, NEXT].map((id) => [id, namesOf(world, id)])),
  records: Object.fromEntries(
    (world.hostedZones.get(ZONE)?.records ?? [])
      .filter(({ Type }) => Type === 'CNAME')
      .map(({ Name, ResourceRecords }) => [
        Name?.replace(/\.$/, ''),
        ResourceRecords?.[0]?.Value?.replace(/\.$/, ''),
      ]),
  ),
});

export const locksIn = (world: World): string[] =>
  [...world.parameters.values()].map(({ name }) => name).filter((name) => name.includes('/lock/'));
