import type { DistributionConfig } from '@aws-sdk/client-cloudfront';
import type { ResourceRecordSet } from '@aws-sdk/client-route-53';
import {
  plainConfig,
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
import type { Variant } from './variants';

const START = Date.UTC(2026, 0, 1);

/** A managed policy of CloudFront. */
const ALL_VIEWER = '216adef6-5c7f-47e4-b989-5492eafa07d3';

/** The origin hears the viewer's Host, so that it can be sick for one name only. */
export function configOf(reference: string, aliases: string[], arn?: string): DistributionConfig {
  const config = plainConfig({
    reference,
    originDomainName: originOf(reference),
    aliases,
    ...(arn !== undefined && { certificateArn: arn }),
  });
  return {
    ...config,
    DefaultCacheBehavior: { ...config.DefaultCacheBehavior, OriginRequestPolicyId: ALL_VIEWER },
  };
}

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
export const namesOf = ({ alias, earlier }: Pick<Variant, 'alias' | 'earlier'>): string[] =>
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

/** What a variant begins with: both ends and a stranger's, the zone, and the role of the source. */
export function fillWorld(
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
