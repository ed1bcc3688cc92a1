import type { DistributionConfig } from '@aws-sdk/client-cloudfront';
import type { ResourceRecordSet } from '@aws-sdk/client-route-53';
import { createWorld } from '../../src/world/create';
import type { Knobs } from '../../src/world/knobs';
import type { Distribution, HostedZone, World } from '../../src/world/world';

export const startedAt = Date.UTC(2026, 0, 1);

/** A world with two accounts and two edges, and nothing in them. */
export const bareWorld = (knobs: Partial<Knobs> = {}): World =>
  createWorld({
    seed: 'bare',
    startedAt,
    knobs: { edgeCount: 2, ...knobs },
    accounts: ['111111111111', '222222222222'].map((id) => ({ id, name: id })),
  });

export const administrator = (accountId = '111111111111', region = 'us-east-1') => ({ accountId, region });

/** A distribution as far as DNS looks at it. */
export function addDistribution(
  world: World,
  domainName: string,
  config: Partial<DistributionConfig> = {},
): void {
  const id = `E${domainName.slice(0, 6).toUpperCase()}`;
  const distribution: Distribution = {
    id,
    arn: `arn:aws:cloudfront::111111111111:distribution/${id}`,
    accountId: '111111111111',
    domainName,
    config: config as DistributionConfig,
    etag: 'E1',
    lastModifiedAt: startedAt,
    entry: 0,
    deployedAt: startedAt,
    tags: [],
  };
  world.distributions.set(id, distribution);
}

/** A zone whose records are published already; SOA and NS are added. */
export function addZone(
  world: World,
  name: string,
  records: ResourceRecordSet[],
  id = `Z${world.hostedZones.size + 1}`,
): HostedZone {
  const nameServers = [
    'ns-1.awsdns-00.com',
    'ns-513.awsdns-00.net',
    'ns-1025.awsdns-00.org',
    'ns-1537.awsdns-00.co.uk',
  ];
  const all: ResourceRecordSet[] = [
    {
      Name: name,
      Type: 'NS',
      TTL: 172800,
      ResourceRecords: nameServers.map((server) => ({ Value: `${server}.` })),
    },
    {
      Name: name,
      Type: 'SOA',
      TTL: 900,
      ResourceRecords: [
        { Value: 'ns-1.awsdns-00.com. awsdns-hostmaster.amazon.com. 1 7200 900 1209600 86400' },
      ],
    },
    ...records,
  ];
  const zone: HostedZone = {
    id,
    accountId: '111111111111',
    name,
    callerReference: id,
    nameServers,
    records: all,
    published: all,
    pending: [],
  };
  world.hostedZones.set(id, zone);
  return zone;
}

export const record = (name: string, type: string, values: string[], ttl = 300): ResourceRecordSet => ({
  Name: name,
  Type: type as ResourceRecordSet['Type'],
  TTL: ttl,
  ResourceRecords: values.map((Value) => ({ Value })),
});

export const alias = (
  name: string,
  type: string,
  target: string,
  zoneId = 'Z2FDTNDATAQYW2',
): ResourceRecordSet => ({
  Name: name,
  Type: type as ResourceRecordSet['Type'],
  AliasTarget: { HostedZoneId: zoneId, DNSName: target, EvaluateTargetHealth: false },
});
