import type { Migration, Strategy } from '@cutover/alias-migration';
import {
  plainConfig,
  seedCertificate,
  seedDistribution,
  seedHostedZone,
  seedRole,
  type World,
  type WorldOptions,
} from '@cutover/local-aws';

export const SOURCE = 'E1111111SOURCE';
export const TARGET = 'E2222222TARGET';
export const ZONE = 'ZEXAMPLE';
export const ACCOUNTS = { source: '636696000000', target: '310123456789' } as const;
const MOVER = `arn:aws:iam::${ACCOUNTS.source}:role/mover`;

/** As many as a distribution may have. */
export const namesOf = (count: number): string[] =>
  Array.from({ length: count }, (_, i) => `n${String(i).padStart(2, '0')}.example.com`);

/** Only ATOMIC is for one account. */
export const sourceAccountOf = (strategy: Strategy): string =>
  strategy === 'ATOMIC' ? ACCOUNTS.target : ACCOUNTS.source;

/** What each way needs beside the names. */
const wishes: Readonly<Record<Strategy, Partial<Migration>>> = {
  ATOMIC: {},
  WILDCARD: {},
  BYPASS: {
    bypass: { records: [{ type: 'A', ttlSeconds: 60, values: ['198.51.100.7'] }], drainSeconds: 60 },
  },
  DISABLED_SOURCE: { maxDowntimeSeconds: 3600 },
};

/** The defaults of the type, but for the bake: how long people watch is theirs to say, and no cost of the move. */
export function migrationOf(strategy: Strategy, aliases: readonly string[]): Migration {
  const accountId = sourceAccountOf(strategy);
  const role = accountId === ACCOUNTS.target ? {} : { roleArn: MOVER };
  return {
    accountId: ACCOUNTS.target,
    aliases,
    target: { distributionId: TARGET },
    source: { distributionId: SOURCE, accountId, ...role },
    strategy,
    dns: { hostedZoneId: ZONE, ...role },
    verification: { path: '/', minConsecutive: 3, bakeMinutes: 0 },
    deletionBehavior: 'KEEP',
    planOnly: false,
    ...wishes[strategy],
  };
}

export const optionsOf = (seed: string): WorldOptions => ({
  seed,
  startedAt: Date.UTC(2026, 0, 1),
  accounts: Object.entries(ACCOUNTS).map(([name, id]) => ({ id, name })),
});

/** The names on the source, their records in its account's zone, and certificates for all of them. */
export function fillWith(world: World, aliases: readonly string[], sourceAccountId: string): void {
  for (const accountId of new Set([sourceAccountId, ACCOUNTS.target]))
    seedCertificate(world, { accountId, arn: certificateOf(accountId), names: ['*.example.com'] });
  seedRole(world, { arn: MOVER, name: 'mover', accountId: ACCOUNTS.source, ...mover });
  const seeded = (accountId: string, id: string, held: readonly string[]) =>
    seedDistribution(world, {
      accountId,
      id,
      domainName: domainNameOf(id),
      config: plainConfig({
        reference: id,
        originDomainName: 'origin.example.net',
        aliases: held,
        certificateArn: certificateOf(accountId),
      }),
    });
  seeded(sourceAccountId, SOURCE, aliases);
  seeded(ACCOUNTS.target, TARGET, []);
  const records = aliases.map((alias) => ({
    Name: `${alias}.`,
    Type: 'CNAME' as const,
    TTL: 60,
    ResourceRecords: [{ Value: domainNameOf(SOURCE) }],
  }));
  seedHostedZone(world, { accountId: sourceAccountId, id: ZONE, name: 'example.com', records });
}

const certificateOf = (accountId: string): string =>
  `arn:aws:acm:us-east-1:${accountId}:certificate/${accountId}`;
export const domainNameOf = (id: string): string => `${id.toLowerCase()}.cloudfront.net`;

const mover = {
  trust: {
    Statement: [
      {
        Effect: 'Allow' as const,
        Action: 'sts:AssumeRole',
        Principal: { AWS: `arn:aws:iam::${ACCOUNTS.target}:root` },
      },
    ],
  },
  policies: [
    { Statement: [{ Effect: 'Allow' as const, Action: ['cloudfront:*', 'route53:*'], Resource: '*' }] },
  ],
};
