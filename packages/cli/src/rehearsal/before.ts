import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  AwsFailure,
  seedCertificate,
  seedDistribution,
  seedHostedZone,
  seedResponseHeadersPolicy,
  type World,
} from '@cutover/local-aws';
import { UserError } from '../user-error';
import type { PastedDistribution, PastedFile, PastedZone, Rehearsal } from './rehearsal';

/**
 * Puts what exists before into the world, ids and accounts kept. The files are AWS CLI output as it is pasted:
 * what a distribution refers to goes in before the distribution.
 */
export function seedBefore(world: World, rehearsal: Rehearsal): void {
  const { before } = rehearsal;
  for (const item of before.hostedZones) seedZoneFile(world, rehearsal, item);
  for (const item of before.certificates) seedCertificateFile(world, rehearsal, item);
  for (const item of before.responseHeadersPolicies) seedPolicyFile(world, rehearsal, item);
  for (const item of before.distributions) seedDistributionFile(world, rehearsal, item);
}

function seedDistributionFile(world: World, rehearsal: Rehearsal, item: PastedDistribution): void {
  const pasted = readPasted(rehearsal, item, 'DistributionConfig', 'aws cloudfront get-distribution-config');
  const tags = Object.entries(item.tags).map(([Key, Value]) => ({ Key, Value }));
  seeded(rehearsal, item, () =>
    seedDistribution(world, {
      accountId: accountOf(rehearsal, item),
      id: item.id,
      domainName: item.domainName,
      config: pasted.DistributionConfig as never,
      etag: typeof pasted.ETag === 'string' ? pasted.ETag : undefined,
      tags,
    }),
  );
}

function seedZoneFile(world: World, rehearsal: Rehearsal, item: PastedZone): void {
  const pasted = readPasted(rehearsal, item, 'ResourceRecordSets', 'aws route53 list-resource-record-sets');
  seeded(rehearsal, item, () =>
    seedHostedZone(world, {
      accountId: accountOf(rehearsal, item),
      id: item.id,
      name: item.name,
      records: pasted.ResourceRecordSets as never,
    }),
  );
}

function seedPolicyFile(world: World, rehearsal: Rehearsal, item: PastedFile): void {
  const pasted = readPasted(
    rehearsal,
    item,
    'ResponseHeadersPolicy',
    'aws cloudfront get-response-headers-policy',
  );
  const policy = pasted.ResponseHeadersPolicy as { Id?: string; ResponseHeadersPolicyConfig?: unknown };
  seeded(rehearsal, item, () =>
    seedResponseHeadersPolicy(world, {
      accountId: accountOf(rehearsal, item),
      id: policy.Id ?? '',
      config: policy.ResponseHeadersPolicyConfig as never,
    }),
  );
}

interface PastedCertificate {
  readonly CertificateArn?: string;
  readonly DomainName?: string;
  readonly SubjectAlternativeNames?: string[];
  readonly NotBefore?: string | number;
  readonly NotAfter?: string | number;
}

function seedCertificateFile(world: World, rehearsal: Rehearsal, item: PastedFile): void {
  const pasted = readPasted(rehearsal, item, 'Certificate', 'aws acm describe-certificate');
  const certificate = pasted.Certificate as PastedCertificate;
  const names = new Set([certificate.DomainName, ...(certificate.SubjectAlternativeNames ?? [])]);
  seeded(rehearsal, item, () =>
    seedCertificate(world, {
      accountId: accountOf(rehearsal, item),
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

const accountOf = (rehearsal: Rehearsal, item: PastedFile): string => rehearsal.accounts[item.account] ?? '';

/** @param key the member that the named command's output has at its top */
function readPasted(
  rehearsal: Rehearsal,
  item: PastedFile,
  key: string,
  command: string,
): Record<string, unknown> {
  const file = join(rehearsal.folder, item.file);
  const pasted = parseJson(file);
  const member =
    typeof pasted === 'object' && pasted !== null ? (pasted as Record<string, unknown>)[key] : undefined;
  if (typeof member !== 'object' || member === null)
    throw new UserError(`${file}: has no ${key}; paste the whole output of \`${command} --output json\``);
  return pasted as Record<string, unknown>;
}

function parseJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new UserError(`${file}: not JSON: ${error.message}`);
  }
}

/** The world refuses what AWS could not hold either, for example one alias on two distributions. */
function seeded(rehearsal: Rehearsal, item: PastedFile, seed: () => void): void {
  try {
    seed();
  } catch (error) {
    if (!(error instanceof AwsFailure)) throw error;
    throw new UserError(`${join(rehearsal.folder, item.file)}: ${error.code}: ${error.message}`);
  }
}
