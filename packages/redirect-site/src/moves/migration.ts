import {
  freshJournal,
  type Declaration as MigrationDeclaration,
  type Journal as MigrationJournal,
  migrationOf,
} from '@cutover/alias-migration';
import type { Instant } from '@cutover/ground';
import type { TakeOver } from '../declaration';
import { zoneOf } from '../hosts/names';
import type { Coming, SiteJournal } from '../journal';
import { MARK } from './witness';

/** The distribution that hosts come to. */
export interface Target {
  readonly id: string;
  readonly accountId: string;
}

/** Stands for a distribution of the site that is not made yet. */
export const NOT_MADE: Target = { id: 'redirects', accountId: '' };

/** `arn:aws:iam::123456789012:role/name` */
const accountOf = (roleArn: string): string => roleArn.split(':')[4] ?? '';

/**
 * The journal of a migration that brings hosts to one of the site's distributions, before its first look. Across
 * accounts the records have to be moved within it, so its hosts are of one zone then; in one account the site's own
 * phase does that afterwards.
 */
export function migrationOfHosts(
  { declared, zones, siteId }: SiteJournal,
  { place, distributionId, hosts }: Coming,
  target: Target,
  n: number,
  now: Instant,
): MigrationJournal {
  const { RoleArn, ExternalId, BakeMinutes }: TakeOver = declared.TakeOver?.[place] ?? {};
  const AccountId = RoleArn === undefined ? target.accountId : accountOf(RoleArn);
  const zone = RoleArn === undefined ? undefined : zoneOf(hosts[0] ?? '', zones);
  const declaration: MigrationDeclaration = {
    Aliases: [...hosts],
    Target: { DistributionId: target.id },
    Source: { DistributionId: distributionId, AccountId, RoleArn, ExternalId },
    Dns: zone && { HostedZoneId: zone.id },
    Verification: { Path: '/', ExpectHeader: MARK, BakeMinutes },
    DeletionBehavior: 'RESTORE_SOURCE',
  };
  const migration = migrationOf(declaration, target.accountId);
  return freshJournal(`${siteId}-t${n}`, migration, { ...declaration }, now);
}

/** Whether its names pass through a wildcard, for which the certificate must have a name too. */
export const isForeign = (takeOver: TakeOver | undefined): boolean => takeOver?.RoleArn !== undefined;

/** Those that move together: across accounts, of one zone. */
export function together(
  { declared, zones }: Pick<SiteJournal, 'declared' | 'zones'>,
  coming: Coming,
): Coming[] {
  if (!isForeign(declared.TakeOver?.[coming.place])) return [coming];
  const groups = new Map<string | undefined, string[]>();
  for (const host of coming.hosts) {
    const id = zoneOf(host, zones)?.id;
    groups.set(id, [...(groups.get(id) ?? []), host]);
  }
  return [...groups.values()].map((hosts) => ({ ...coming, hosts }));
}
