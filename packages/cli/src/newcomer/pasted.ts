import { statSync } from 'node:fs';
import { join } from 'node:path';
import { readJsonFile } from '../files';
import { UserError } from '../user-error';

export type Side = 'source' | 'target';

/** One distribution, from the output of `aws cloudfront get-distribution`. */
export interface End {
  readonly id: string;
  readonly accountId: string;
  readonly aliases: readonly string[];
  readonly certificateArn?: string;
  readonly originDomainNames: readonly string[];
}

export interface HostedZone {
  readonly id: string;
  /** Without the last dot. */
  readonly name: string;
}

interface Distribution {
  readonly Id?: string;
  readonly ARN?: string;
  readonly DistributionConfig?: {
    readonly Aliases?: { readonly Items?: readonly string[] };
    readonly ViewerCertificate?: { readonly ACMCertificateArn?: string };
    readonly Origins?: { readonly Items?: readonly { readonly DomainName?: string }[] };
  };
}

export const pastedFile = {
  end: (side: Side) => `before/${side}.get-distribution.json`,
  certificate: (whose: Side | 'attached') => `before/${whose}.describe-certificate.json`,
  zones: 'before/list-hosted-zones.json',
  records: 'before/list-resource-record-sets.json',
} as const;

/** @returns undefined while it is not pasted */
export function readEnd(folder: string, side: Side): End | undefined {
  const output = read(folder, pastedFile.end(side));
  if (!output) return undefined;
  if (output.Distribution === undefined)
    throw new UserError(
      `${join(folder, pastedFile.end(side))}: has no Distribution; paste the output of \`aws cloudfront get-distribution\``,
    );
  const { Id = '', ARN = '', DistributionConfig: config = {} } = output.Distribution as Distribution;
  const origins = config.Origins?.Items ?? [];
  return {
    id: Id,
    accountId: ARN.split(':')[4] ?? '',
    aliases: config.Aliases?.Items ?? [],
    certificateArn: config.ViewerCertificate?.ACMCertificateArn,
    originDomainNames: origins.flatMap(({ DomainName }) => (DomainName ? [DomainName] : [])),
  };
}

/** The public hosted zone that a name is in: the longest one that ends it. */
export function zoneOf(folder: string, name: string): HostedZone | undefined {
  const listed = read(folder, pastedFile.zones)?.HostedZones ?? [];
  const all = listed as { Id: string; Name: string; Config?: { PrivateZone?: boolean } }[];
  const [zone] = all
    .filter(({ Config }) => !Config?.PrivateZone)
    .map(({ Id, Name }) => ({ id: Id.replace('/hostedzone/', ''), name: Name.replace(/\.$/, '') }))
    .filter((each) => name === each.name || name.endsWith(`.${each.name}`))
    .sort((one, other) => other.name.length - one.name.length);
  return zone;
}

/** A command that failed leaves an empty file behind: the shell made it before. */
export const isPasted = (folder: string, file: string): boolean =>
  (statSync(join(folder, file), { throwIfNoEntry: false })?.size ?? 0) > 0;

function read(folder: string, file: string): Record<string, unknown> | undefined {
  const path = join(folder, file);
  return isPasted(folder, file) ? readJsonFile(path) : undefined;
}
