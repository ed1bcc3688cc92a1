import type { DistributionConfig } from '@aws-sdk/client-cloudfront';
import type { Migration } from '@cutover/alias-migration';
import {
  createWorld,
  seedCertificate,
  seedDistribution,
  seedHostedZone,
  type World,
} from '@cutover/local-aws';
import type { Health } from './port';

/** A smallest world: one alias, two edges, both distributions, and what the origins answer. */
export interface Case {
  /** A sentence's beginning: "WILDCARD across accounts, target healthy". */
  readonly name: string;
  readonly migration: Migration;
  /** Whether the move should come to its end when nothing goes wrong. */
  readonly isHealthy: boolean;
  readonly health: Health;
  readonly make: (seed: string) => World;
}

export const ALIAS = 'a.example.com';
/** A stranger's name under the transit wildcard: whatever happens, it stays where it is. */
export const FOREIGN = 'stranger.example.com';
const SOURCE = 'E1111111SOURCE';
const TARGET = 'E2222222TARGET';
const STRANGER = 'E3333333STRANG';
const ACCOUNTS = { source: '636696000000', target: '310123456789', stranger: '999900000000' } as const;
const START = Date.UTC(2026, 0, 1);

const certificate = (accountId: string): string =>
  `arn:aws:acm:us-east-1:${accountId}:certificate/${accountId}`;

const configOf = (reference: string, aliases: string[], arn?: string): DistributionConfig => ({
  CallerReference: reference,
  Aliases: { Quantity: aliases.length, ...(aliases.length > 0 && { Items: aliases }) },
  Comment: reference,
  Enabled: true,
  Origins: {
    Quantity: 1,
    Items: [
      {
        Id: 'origin',
        DomainName: `${reference}.example.net`,
        CustomOriginConfig: { HTTPPort: 80, HTTPSPort: 443, OriginProtocolPolicy: 'http-only' },
      },
    ],
  },
  DefaultCacheBehavior: {
    TargetOriginId: 'origin',
    ViewerProtocolPolicy: 'redirect-to-https',
    CachePolicyId: '4135ea2d-6df8-44a3-9df3-4b5a84be39ad',
  },
  ...(arn && {
    ViewerCertificate: {
      ACMCertificateArn: arn,
      SSLSupportMethod: 'sni-only' as const,
      MinimumProtocolVersion: 'TLSv1.2_2021' as const,
    },
  }),
});

function makeWorld(seed: string, sourceAccountId: string, isAttached: boolean): World {
  const world = createWorld({
    seed,
    startedAt: START,
    accounts: Object.entries(ACCOUNTS).map(([name, id]) => ({ id, name })),
    knobs: { edgeCount: 2, deployTailSeconds: [5, 20], callLatencyMs: [20, 60] },
  });
  for (const accountId of new Set([sourceAccountId, ACCOUNTS.target, ACCOUNTS.stranger]))
    seedCertificate(world, {
      accountId,
      arn: certificate(accountId),
      names: ['example.com', '*.example.com'],
    });
  const seeded = (accountId: string, id: string, aliases: string[], arn?: string) =>
    seedDistribution(world, {
      accountId,
      id,
      domainName: `${id.toLowerCase()}.cloudfront.net`,
      config: configOf(id, aliases, arn),
    });
  seeded(sourceAccountId, SOURCE, [ALIAS], certificate(sourceAccountId));
  seeded(ACCOUNTS.target, TARGET, [], isAttached ? certificate(ACCOUNTS.target) : undefined);
  seeded(ACCOUNTS.stranger, STRANGER, [FOREIGN], certificate(ACCOUNTS.stranger));
  seedHostedZone(world, {
    accountId: sourceAccountId,
    id: 'ZEXAMPLE',
    name: 'example.com',
    records: [
      {
        Name: `${ALIAS}.`,
        Type: 'CNAME',
        TTL: 60,
        ResourceRecords: [{ Value: `${SOURCE.toLowerCase()}.cloudfront.net` }],
      },
    ],
  });
  return world;
}

function caseOf(strategy: 'WILDCARD' | 'ATOMIC', isHealthy: boolean): Case {
  const isCross = strategy === 'WILDCARD';
  const sourceAccountId = isCross ? ACCOUNTS.source : ACCOUNTS.target;
  const migration: Migration = {
    accountId: ACCOUNTS.target,
    aliases: [ALIAS],
    target: { distributionId: TARGET, ...(isCross && { certificateArn: certificate(ACCOUNTS.target) }) },
    source: {
      distributionId: SOURCE,
      accountId: sourceAccountId,
      ...(isCross && { roleArn: 'arn:aws:iam::636696000000:role/mover' }),
    },
    strategy,
    dns: { hostedZoneId: 'ZEXAMPLE' },
    verification: {
      path: '/',
      minConsecutive: 1,
      bakeMinutes: 0.25,
      expectHeader: { name: 'x-served-by', value: TARGET },
    },
    deletionBehavior: 'KEEP',
    planOnly: false,
  };
  return {
    name: `${strategy} ${isCross ? 'across accounts' : 'in one account'}, target ${isHealthy ? 'healthy' : 'sick for the real name'}`,
    migration,
    isHealthy,
    health: (distributionId, host) => (!isHealthy && distributionId === TARGET && host === ALIAS ? 500 : 200),
    make: (seed) => makeWorld(seed, sourceAccountId, !isCross),
  };
}

/** Both strategies, forwards and backwards. */
export const cases: readonly Case[] = [
  caseOf('WILDCARD', true),
  caseOf('WILDCARD', false),
  caseOf('ATOMIC', true),
  caseOf('ATOMIC', false),
];
