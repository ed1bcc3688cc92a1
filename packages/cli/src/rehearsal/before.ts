import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  seedBucket,
  seedCertificate,
  seedDistribution,
  seedHostedZone,
  seedObject,
  type World,
} from '@cutover/local-aws';
import { parseJson } from '../files';
import { seedEntities } from './entities';
import { readPasted, seeded } from './pasted';
import type { PastedDistribution, PastedFile, PastedZone, SeededBucket, Setting } from './rehearsal';

/**
 * Puts what exists before into the world, ids and accounts kept. The files are AWS CLI output as it is pasted:
 * what a distribution refers to goes in before the distribution.
 */
export function seedBefore(world: World, setting: Setting): void {
  const { before } = setting;
  for (const item of before.hostedZones) seedZoneFile(world, setting, item);
  for (const item of before.certificates) seedCertificateFile(world, setting, item);
  for (const item of before.buckets) seedBucketFiles(world, setting, item);
  seedEntities(world, setting);
  for (const item of before.distributions) seedDistributionFile(world, setting, item);
}

function seedDistributionFile(world: World, setting: Setting, item: PastedDistribution): void {
  const pasted = readDistribution(setting, item);
  const tags = Object.entries(item.tags).map(([Key, Value]) => ({ Key, Value }));
  seeded(setting, item, () =>
    seedDistribution(world, {
      accountId: accountOf(setting, item),
      id: item.id,
      domainName: item.domainName ?? pasted.domainName,
      config: pasted.config as never,
      etag: pasted.etag,
      tags,
    }),
  );
}

interface DistributionOutput {
  readonly config: unknown;
  readonly domainName?: string;
  readonly etag?: string;
}

/** From get-distribution, which tells the domain name too, or from get-distribution-config. */
function readDistribution(setting: Setting, item: PastedDistribution): DistributionOutput {
  const whole = parseJson(join(setting.folder, item.file)) as WholeDistribution | null;
  const { DomainName: domainName, DistributionConfig: config } = whole?.Distribution ?? {};
  const pasted = config
    ? whole
    : readPasted(setting, item, 'DistributionConfig', 'aws cloudfront get-distribution-config');
  return { config: config ?? pasted?.DistributionConfig, domainName, etag: etagIn(pasted?.ETag) };
}

interface WholeDistribution extends Readonly<Record<string, unknown>> {
  readonly Distribution?: { readonly DomainName?: string; readonly DistributionConfig?: object };
}

const etagIn = (text: unknown): string | undefined => (typeof text === 'string' ? text : undefined);

function seedZoneFile(world: World, setting: Setting, item: PastedZone): void {
  const pasted = readPasted(setting, item, 'ResourceRecordSets', 'aws route53 list-resource-record-sets');
  seeded(setting, item, () =>
    seedHostedZone(world, {
      accountId: accountOf(setting, item),
      id: item.id,
      name: item.name,
      records: pasted.ResourceRecordSets as never,
    }),
  );
}

/** Objects are files as they are: rules, or items of a key value store. */
function seedBucketFiles(world: World, setting: Setting, item: SeededBucket): void {
  const { name, region, versioned, objects } = item;
  seeded(setting, { account: item.account, file: 'rehearsal.yml' }, () =>
    seedBucket(world, {
      accountId: setting.accounts[item.account] ?? '',
      name,
      region,
      versioning: versioned ? 'Enabled' : undefined,
    }),
  );
  for (const [key, file] of Object.entries(objects))
    seedObject(world, name, key, { body: readFileSync(join(setting.folder, file)) });
}

interface PastedCertificate {
  readonly CertificateArn?: string;
  readonly DomainName?: string;
  readonly SubjectAlternativeNames?: string[];
  readonly NotBefore?: string | number;
  readonly NotAfter?: string | number;
}

function seedCertificateFile(world: World, setting: Setting, item: PastedFile): void {
  const pasted = readPasted(setting, item, 'Certificate', 'aws acm describe-certificate');
  const certificate = pasted.Certificate as PastedCertificate;
  const names = new Set([certificate.DomainName, ...(certificate.SubjectAlternativeNames ?? [])]);
  seeded(setting, item, () =>
    seedCertificate(world, {
      accountId: accountOf(setting, item),
      arn: certificate.CertificateArn ?? '',
      names: [...names].filter((name) => name !== undefined),
      notBefore: instantOf(certificate.NotBefore),
      notAfter: instantOf(certificate.NotAfter),
    }),
  );
}

/** AWS CLI v2 prints ISO 8601, v1 seconds since the epoch. */
const instantOf = (date: string | number | undefined): number | undefined =>
  date === undefined ? undefined : typeof date === 'number' ? date * 1000 : Date.parse(date);

const accountOf = (setting: Setting, item: PastedFile): string => setting.accounts[item.account] ?? '';
