import {
  type Journal,
  type Migration,
  migrationDomain,
  migrationJournals,
  type Ports,
} from '@cutover/alias-migration';
import { type AwsCredentials, awsPorts } from '@cutover/aws-adapter';
import type { Instant } from '@cutover/ground';
import type { JournalStore, Opening, TurnResult } from '@cutover/handler-kit';
import { takeTurn } from '@cutover/handler-kit';

/** What one invocation works with: the journals, the world as a migration's roles see it, and turns on both. */
export interface Workshop {
  readonly journals: JournalStore<Journal>;
  readonly portsFor: (migration: Migration) => Ports;
  readonly turn: (
    id: string,
    open: (stored: Journal | undefined) => Opening<Journal>,
    seenRevision: number,
  ) => Promise<TurnResult<Journal>>;
}

/** Made anew for every invocation: a warm Lambda must not keep the credentials of the last one. */
export function workshopOf(credentials: AwsCredentials, migrationId: string, now: Instant): Workshop {
  const caller = awsPorts({ credentials, migrationId });
  const journals = migrationJournals(caller.parameters);
  let kept: { migration: Migration; ports: Ports } | undefined;
  const portsFor = (migration: Migration): Ports => {
    const known = kept?.migration;
    if (kept && known?.source === migration.source && dnsRoleOf(known) === dnsRoleOf(migration))
      return kept.ports;
    const ports = awsPorts({
      credentials,
      migrationId,
      sourceRole: roleOf(migration.source, 'Source.RoleArn'),
      dnsRole: roleOf(dnsRoleOf(migration), 'Dns.RoleArn'),
    });
    kept = { migration, ports: { ...ports, parameters: caller.parameters } };
    return kept.ports;
  };
  const domain = migrationDomain(portsFor, journals);
  return {
    journals,
    portsFor,
    turn: (id, open, seenRevision) => takeTurn({ domain, store: journals, id, open, seenRevision, now }),
  };
}

/** Whoever owns the records, the role reaches a zone of ours: theirs with ROUTE53, the semaphore's with EXTERNAL. */
const dnsRoleOf = ({ dns, externalDns }: Migration) => dns ?? externalDns;

const roleOf = (end: { roleArn?: string; externalId?: string } | undefined, property: string) =>
  end?.roleArn === undefined ? undefined : { roleArn: end.roleArn, externalId: end.externalId, property };
