import {
  type Distribution,
  type Journal as MigrationJournal,
  type Observed as MigrationObserved,
  preview,
  sentenceOf,
  wildcardsOver,
} from '@cutover/alias-migration';
import type { Instant } from '@cutover/ground';
import { enumerate, zoneOf } from '../hosts/names';
import type { Coming, SiteJournal, Zone } from '../journal';
import { isForeign, NOT_MADE } from './migration';

/** A distribution that serves hosts now, as the preflight of the move would see it. */
export interface Source {
  readonly coming: Coming;
  readonly journal: MigrationJournal;
  readonly seen: MigrationObserved;
}

/** Why hosts could not be taken over, found before anything is touched; undefined: nothing is known against it. */
export function mistakeOfTakeOver(
  { declared, moves }: SiteJournal,
  sources: readonly Source[],
  hosts: readonly string[],
  zones: readonly Zone[],
  now: Instant,
): string | undefined {
  for (const [place, { Hosts = [] }] of (declared.TakeOver ?? []).entries()) {
    const stranger = Hosts.find((host) => !hosts.includes(host));
    if (stranger !== undefined)
      return `TakeOver[${place}].Hosts: no rules are about ${stranger}. Name a host of Sites.`;
  }
  for (const source of sources) {
    const { coming } = source;
    const at = `TakeOver[${coming.place}]`;
    const isKnown = moves.some(
      ({ journal }) => journal.migration.source.distributionId === coming.distributionId,
    );
    if (!source.seen.source) {
      if (isKnown) continue;
      return `${at}.DistributionId: there is no distribution ${coming.distributionId} in the account. Correct the id, or the role.`;
    }
    const open = isForeign(declared.TakeOver?.[coming.place])
      ? coming.hosts.filter((host) => zoneOf(host, zones) === undefined)
      : [];
    if (open.length > 0)
      return `${at}: the records of ${enumerate(open)} must be moved on the way from another account. Name their zone in HostedZones.`;
    const findings = findingsOf(source, now);
    if (findings.length > 0) return findings.map((finding) => `${at}: ${finding}`).join(' ');
  }
  return undefined;
}

/** All checks of a migration, on the distribution as it will be. */
function findingsOf({ journal, seen, coming }: Source, now: Instant): string[] {
  if (!seen.source || coming.hosts.length === 0) return [];
  const names = [...coming.hosts, ...wildcardsOver(coming.hosts)];
  const arn = 'the certificate that the site will have';
  const observed = {
    ...seen,
    target: seen.target
      ? { ...seen.target, aliases: [], certificate: certificateOf(arn) }
      : likeOurs(seen.source, arn),
    certificate: { arn, status: 'ISSUED', names },
  };
  const found = preview(journal, observed, now);
  if (found.kind === 'absent') return [];
  return found.checks.flatMap(({ finding }) => (finding ? [sentenceOf(finding)] : []));
}

const certificateOf = (arn: string): Distribution['certificate'] => ({
  kind: 'acm',
  arn,
  sslSupportMethod: 'sni-only',
  minimumProtocolVersion: 'TLSv1.2_2021',
});

/** A distribution that the site makes: every protocol, the shared addresses, no name yet. */
const likeOurs = (source: Distribution, arn: string): Distribution => ({
  ...source,
  ...NOT_MADE,
  aliases: [],
  certificate: certificateOf(arn),
  httpVersion: 'http2and3',
  ipv6Enabled: true,
  enabled: true,
  deployed: true,
  staging: false,
  tenantOnly: false,
  anycastIpListId: undefined,
});
