import type { DistributionConfig } from '@aws-sdk/client-cloudfront';
import type { ResourceRecordSet } from '@aws-sdk/client-route-53';
import type { Migration } from '@cutover/alias-migration';
import {
  createWorld,
  seedCertificate,
  seedDistribution,
  seedHostedZone,
  seedRole,
  type World,
  type WorldOptions,
} from '@cutover/local-aws';
import {
  ACCOUNTS,
  APEX,
  certificate,
  domainNameOf,
  FOREIGN,
  originOf,
  SEMAPHORE_ZONE,
  SOURCE,
  STRANGER,
  TARGET,
  ZONE,
} from './cast';
import type { CustomerAct } from './customer';
import type { Health } from './port';
import { type Variant, variants } from './variants';

/** A smallest world: one alias, two edges, both distributions, and what the origins answer. */
export interface Case {
  /** A sentence's beginning: "WILDCARD across accounts, target healthy". */
  readonly name: string;
  readonly migration: Migration;
  /** Whether the move should come to its end when nothing goes wrong. */
  readonly isHealthy: boolean;
  /** Whether the finished move is deleted, and everything goes back. */
  readonly isReturned: boolean;
  readonly health: Health;
  /** The zone is a customer's, and this is what they do. */
  readonly customer?: readonly CustomerAct[];
  /** The create ends before anything moves, and so long after its beginning the resource is updated. */
  readonly resumesAfterSeconds?: number;
  /** What the create declares, where the update declares `migration`. */
  readonly first?: Migration;
  /** Whether the update that has moved the names is rolled back. */
  readonly isRolledBack?: boolean;
  /** What the world begins with, and where: a world that is made elsewhere can be filled just the same. */
  readonly options: (seed: string) => WorldOptions;
  readonly fill: (world: World) => void;
  readonly make: (seed: string) => World;
}

const START = Date.UTC(2026, 0, 1);

/** Managed policies of CloudFront. */
const CACHING_DISABLED = '4135ea2d-6df8-44a3-9df3-4b5a84be39ad';
const ALL_VIEWER = '216adef6-5c7f-47e4-b989-5492eafa07d3';

export const configOf = (reference: string, aliases: string[], arn?: string): DistributionConfig => ({
  CallerReference: reference,
  Aliases: { Quantity: aliases.length, ...(aliases.length > 0 && { Items: aliases }) },
  Comment: reference,
  Enabled: true,
  Origins: {
    Quantity: 1,
    Items: [
      {
        Id: 'origin',
        DomainName: originOf(reference),
        CustomOriginConfig: { HTTPPort: 80, HTTPSPort: 443, OriginProtocolPolicy: 'http-only' },
      },
    ],
  },
  DefaultCacheBehavior: {
    TargetOriginId: 'origin',
    ViewerProtocolPolicy: 'redirect-to-https',
    CachePolicyId: CACHING_DISABLED,
    // The origin hears the viewer's Host, so that it can be sick for one name only.
    OriginRequestPolicyId: ALL_VIEWER,
  },
  ...(arn && {
    ViewerCertificate: {
      ACMCertificateArn: arn,
      SSLSupportMethod: 'sni-only' as const,
      MinimumProtocolVersion: 'TLSv1.2_2021' as const,
    },
  }),
});

export const optionsOf = (seed: string, knobs: WorldOptions['knobs']): WorldOptions => ({
  seed,
  startedAt: START,
  accounts: Object.entries(ACCOUNTS).map(([name, id]) => ({ id, name })),
  knobs: { edgeCount: 2, deployTailSeconds: [5, 20], callLatencyMs: [20, 60], ...knobs },
});

export const MOVER = `arn:aws:iam::${ACCOUNTS.source}:role/mover`;

/** What the target's account may do in the source's: look, edit, and keep the zone's records. */
export const seedMover = (world: World) =>
  seedRole(world, {
    arn: MOVER,
    name: 'mover',
    accountId: ACCOUNTS.source,
    trust: {
      Statement: [
        {
          Effect: 'Allow',
          Action: 'sts:AssumeRole',
          Principal: { AWS: `arn:aws:iam::${ACCOUNTS.target}:root` },
        },
      ],
    },
    policies: [
      {
        Statement: [
          {
            Effect: 'Allow',
            Action: ['cloudfront:GetDistribution*', 'cloudfront:UpdateDistribution', 'route53:*'],
            Resource: '*',
          },
        ],
      },
    ],
  });

/** In the order in which a migration has them. */
const namesOf = ({ alias, earlier }: Pick<Variant, 'alias' | 'earlier'>): string[] =>
  earlier === undefined ? [alias] : [alias, earlier].sort();

/** An apex has SOA and NS, and so no room for a CNAME. */
const leadingTo = (alias: string, domainName: string): ResourceRecordSet =>
  alias === APEX
    ? {
        Name: `${alias}.`,
        Type: 'A',
        AliasTarget: {
          HostedZoneId: 'Z2FDTNDATAQYW2',
          DNSName: `${domainName}.`,
          EvaluateTargetHealth: false,
        },
      }
    : { Name: `${alias}.`, Type: 'CNAME', TTL: 60, ResourceRecords: [{ Value: domainName }] };

function fillWorld(
  world: World,
  { isAttached, hasActed = false, customer, ...variant }: Variant,
  sourceAccountId: string,
): void {
  if (sourceAccountId === ACCOUNTS.source) seedMover(world);
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
  seeded(sourceAccountId, SOURCE, namesOf(variant), certificate(sourceAccountId));
  seeded(ACCOUNTS.target, TARGET, [], isAttached ? certificate(ACCOUNTS.target) : undefined);
  seeded(ACCOUNTS.stranger, STRANGER, [FOREIGN], certificate(ACCOUNTS.stranger));
  seedHostedZone(world, {
    accountId: sourceAccountId,
    id: ZONE,
    name: 'example.com',
    records: namesOf(variant).map((name) => leadingTo(name, domainNameOf(hasActed ? TARGET : SOURCE))),
  });
  if (customer) seedHostedZone(world, { accountId: ACCOUNTS.target, ...SEMAPHORE_ZONE, records: [] });
}

/** A move that hangs on a customer who never acts goes back. */
const isReady = ({ customer, hasActed = false }: Variant): boolean =>
  customer === undefined || hasActed || customer.some(({ leadsTo }) => leadsTo === 'target');

function caseOf(
  variant: Variant,
  isHealthy: boolean,
  { isReturned = false, isRolledBack = false } = {},
): Case {
  const { isCross, alias } = variant;
  const sourceAccountId = isCross ? ACCOUNTS.source : ACCOUNTS.target;
  const migration: Migration = {
    accountId: ACCOUNTS.target,
    aliases: namesOf(variant),
    target: {
      distributionId: TARGET,
      ...(!variant.isAttached && { certificateArn: certificate(ACCOUNTS.target) }),
    },
    source: {
      distributionId: SOURCE,
      accountId: sourceAccountId,
      ...(isCross && { roleArn: MOVER }),
    },
    // The zone is in the source's account, as in the article's case.
    dns: { hostedZoneId: ZONE, ...(isCross && { roleArn: MOVER }) },
    verification: {
      path: '/',
      minConsecutive: 1,
      bakeMinutes: 1,
      expectHeader: { name: 'x-served-by', value: TARGET },
    },
    deletionBehavior: isReturned ? 'RESTORE_SOURCE' : 'KEEP',
    planOnly: false,
    ...variant.migration,
  };
  const fill = (world: World): void => fillWorld(world, variant, sourceAccountId);
  return {
    name: `${variant.name}, target ${isHealthy ? 'healthy' : 'sick for the real name'}${isRolledBack ? ', rolled back' : ''}${isReturned ? ', deleted when it is done' : ''}`,
    migration,
    isHealthy: isHealthy && isReady(variant),
    isReturned,
    customer: variant.customer,
    resumesAfterSeconds: variant.resumesAfterSeconds,
    ...(variant.isPlannedFirst && { first: { ...migration, planOnly: true } }),
    isRolledBack,
    health: (distributionId, host) => (!isHealthy && distributionId === TARGET && host === alias ? 500 : 200),
    options: (seed) => optionsOf(seed, variant.knobs),
    fill,
    make: (seed) => {
      const world = createWorld(optionsOf(seed, variant.knobs));
      fill(world);
      return world;
    },
  };
}

const isHalting = ({ migration }: Variant): boolean => migration.onFailure === 'HALT';

/** Every variant, forwards and backwards. Where nothing is sick, nothing is halted either. */
export const cases: readonly Case[] = variants.flatMap((variant) => [
  ...(isHalting(variant) ? [] : [caseOf(variant, true)]),
  caseOf(variant, false),
]);

/** Every variant, all the way there and back; a customer would have to turn back first. */
export const returns: readonly Case[] = variants
  .filter((variant) => variant.customer === undefined && !isHalting(variant))
  .map((variant) => caseOf(variant, true, { isReturned: true }));

/** An update that has moved names and whose stack rolls back; then nothing is left to return, and the resource goes. */
export const rollbacks: readonly Case[] = variants
  .filter((variant) => variant.resumesAfterSeconds !== undefined && isReady(variant))
  .map((variant) => caseOf(variant, true, { isReturned: true, isRolledBack: true }));

/** All that is explored. */
export const allCases: readonly Case[] = [...cases, ...returns, ...rollbacks];
