import { type AwsCredentials, sitePorts } from '@cutover/aws-adapter';
import type { Instant } from '@cutover/ground';
import { type JournalStore, type Opening, type TurnResult, takeTurn } from '@cutover/handler-kit';
import { type SiteJournal, type SitePorts, siteDomain, siteJournals } from '@cutover/redirect-site';
import { siteTools } from './engine';

/** What one invocation works with: the journals, the world, and turns on both. */
export interface Workshop {
  readonly journals: JournalStore<SiteJournal>;
  readonly ports: SitePorts;
  readonly turn: (
    id: string,
    open: (stored: SiteJournal | undefined) => Opening<SiteJournal>,
    seenRevision: number,
  ) => Promise<TurnResult<SiteJournal>>;
}

/** Made anew for every invocation: a warm Lambda must not keep the credentials of the last one, but may keep rules. */
export function workshopOf(credentials: AwsCredentials, now: Instant): Workshop {
  const ports = sitePorts({ credentials });
  const journals = siteJournals(ports.parameters);
  const domain = siteDomain(ports, siteTools);
  return {
    journals,
    ports,
    turn: (id, open, seenRevision) => takeTurn({ domain, store: journals, id, open, seenRevision, now }),
  };
}
