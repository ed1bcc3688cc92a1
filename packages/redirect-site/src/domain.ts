import type { Domain } from '@cutover/handler-kit';
import type { SiteJournal } from './journal';
import type { Action, Observed } from './observed';
import type { SitePorts } from './port';
import type { SiteTools } from './tools';

/** The site as handler-kit takes turns with it. Made anew for each turn: what it reads and compiles, it keeps. */
export function siteDomain(_ports: SitePorts, _tools: SiteTools): Domain<Observed, SiteJournal, Action> {
  throw new Error('not yet');
}
