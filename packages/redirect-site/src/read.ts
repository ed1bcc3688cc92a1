import type { Instant } from '@cutover/ground';
import type { SiteJournal } from './journal';
import type { SitePorts } from './port';
import { type Shown, shownOf } from './shown';
import type { SiteTools } from './tools';

/**
 * The site as it stands: where the world is not as it was deployed, the declared properties differ in that place, which
 * CloudFormation shows as drift, and `Drift` says it in words. May be called at any time; changes nothing.
 */
export async function readSite(
  _ports: SitePorts,
  _tools: SiteTools,
  journal: SiteJournal,
  _now: Instant,
): Promise<Shown> {
  return shownOf(journal);
}
