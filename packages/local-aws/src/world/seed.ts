import type { DistributionConfig, Tag } from '@aws-sdk/client-cloudfront';
import type { ResourceRecordSet } from '@aws-sdk/client-route-53';
import { type Instant, minutesToMs } from '@cutover/ground';
import { nameServersOf } from '../dns/name-servers';
import { plainName, route53Name } from '../dns/names';
import { distributionArn } from './arns';
import { checkSeeded } from './cloudfront/checks/seeded';
import { withDefaults } from './cloudfront/defaults';
import { invalidArgument } from './cloudfront/failures';
import { aliasesOf, recordOwners } from './cloudfront/registry';
import { frozenCopy } from './frozen';
import { newDomainName, newEtag } from './ids';
import { deployAtOnce } from './propagation';
import { inOrder } from './route53/order';
import { apexRecords } from './route53/zones';
import { parameterKey } from './ssm/parameters';
import type { Certificate, Distribution, HostedZone, Parameter, Role, World } from './world';

/**
 * Puts into a world what exists before a rehearsal begins: ids, ETags and accounts as they were pasted, deployed
 * everywhere, published everywhere. What CloudFront could not hold is refused with CloudFront's own error.
 */

export interface SeededDistribution {
  readonly accountId: string;
  readonly id: string;
  readonly domainName?: string;
  readonly config: DistributionConfig;
  readonly etag?: string;
  readonly tags?: readonly Tag[];
}

/** @throws AwsFailure for example CNAMEAlreadyExists; certificates have to be there first */
export function seedDistribution(world: World, seeded: SeededDistribution): Distribution {
  const { accountId, id, tags = [] } = seeded;
  requireFree(world.distributions.has(id), `distribution ${id}`);
  const config = withDefaults(seeded.config);
  checkSeeded(world, accountId, id, config);
  const distribution: Distribution = {
    id,
    arn: distributionArn(accountId, id),
    accountId,
    domainName: seeded.domainName?.toLowerCase() ?? newDomainName(world),
    config,
    etag: seeded.etag ?? newEtag(world),
    lastModifiedAt: world.now,
    entry: 0,
    deployedAt: world.now,
    tags: [...tags],
  };
  world.distributions.set(id, distribution);
  deployAtOnce(world, distribution);
  recordOwners(world, distribution, [], aliasesOf(config));
  return distribution;
}

export interface SeededHostedZone {
  readonly accountId: string;
  readonly id: string;
  readonly name: string;
  /** As ListResourceRecordSets answers them; NS and SOA of the zone itself are made when they are missing. */
  readonly records: readonly ResourceRecordSet[];
}

export function seedHostedZone(world: World, { accountId, id, name, records }: SeededHostedZone): HostedZone {
  requireFree(world.hostedZones.has(id), `hosted zone ${id}`);
  const apex = route53Name(name);
  const given = records.map((set) => frozenCopy({ ...set, Name: route53Name(set.Name ?? '') }));
  const nameServers = nameServersIn(given, apex) ?? drawNameServers(world, id);
  const made = apexRecords(apex, nameServers).filter(
    ({ Type }) => !given.some((set) => set.Name === apex && set.Type === Type),
  );
  const all = inOrder([...given, ...made]);
  const zone: HostedZone = {
    id,
    accountId,
    name: apex,
    callerReference: id,
    nameServers,
    records: all,
    published: all,
    pending: [],
  };
  world.hostedZones.set(id, zone);
  return zone;
}

const nameServersIn = (records: readonly ResourceRecordSet[], apex: string): string[] | undefined =>
  records
    .find((set) => set.Name === apex && set.Type === 'NS')
    ?.ResourceRecords?.map(({ Value }) => plainName(Value ?? ''));

const drawNameServers = (world: World, zoneId: string): string[] =>
  nameServersOf([0, 1, 2, 3].map((n) => Math.floor(world.chance.between(0, 512, zoneId, 'name server', n))));

export interface SeededCertificate {
  readonly accountId: string;
  readonly arn: string;
  readonly names: readonly string[];
  readonly notBefore?: Instant;
  readonly notAfter?: Instant;
  readonly type?: Certificate['type'];
  readonly tags?: readonly Tag[];
}

const dayMs = minutesToMs(24 * 60);

/** Its region is the ARN's. Without dates it is a month old and ends in a year, as ACM's last 13 months. */
export function seedCertificate(world: World, seeded: SeededCertificate): Certificate {
  const { accountId, arn, names, tags = [], type = 'AMAZON_ISSUED' } = seeded;
  requireFree(world.certificates.has(arn), `certificate ${arn}`);
  const [, , , region, owner] = arn.split(':');
  if (!region || owner !== accountId)
    throw invalidArgument(
      `The certificate ${arn} is not one of account ${accountId}: its ARN names ${owner}.`,
    );
  const certificate: Certificate = {
    arn,
    accountId,
    region,
    names: names.map((name) => name.toLowerCase()),
    type,
    status: 'ISSUED',
    notBefore: seeded.notBefore ?? world.startedAt - 30 * dayMs,
    notAfter: seeded.notAfter ?? world.startedAt + 365 * dayMs,
    keyAlgorithm: 'EC_prime256v1',
    tags: [...tags],
  };
  world.certificates.set(arn, certificate);
  return certificate;
}

export function seedRole(world: World, role: Role): Role {
  requireFree(world.roles.has(role.arn), `role ${role.arn}`);
  world.roles.set(role.arn, role);
  return role;
}

export function seedParameter(
  world: World,
  {
    type = 'String',
    ...seeded
  }: Pick<Parameter, 'accountId' | 'region' | 'name' | 'value'> & { type?: string },
): Parameter {
  const key = parameterKey(seeded.accountId, seeded.region, seeded.name);
  requireFree(world.parameters.has(key), `parameter ${seeded.name}`);
  const parameter = { ...seeded, type, version: 1, modifiedAt: world.now };
  world.parameters.set(key, parameter);
  return parameter;
}

function requireFree(taken: boolean, what: string): void {
  if (taken) throw invalidArgument(`There are two of ${what}: every id can be there once.`);
}
