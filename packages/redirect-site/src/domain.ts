import { type Domain, deadlineOf, withTrouble } from '@cutover/handler-kit';
import type { SiteJournal } from './journal';
import { observe } from './observe';
import type { Action, Observed } from './observed';
import { perform } from './perform';
import { plan } from './plan';
import type { SitePorts } from './port';
import { Workbench } from './rules/workbench';
import type { SiteTools } from './tools';

/** The site as handler-kit takes turns with it. Made anew for each turn: what it reads and compiles, it keeps. */
export function siteDomain(ports: SitePorts, tools: SiteTools): Domain<Observed, SiteJournal, Action> {
  const bench = new Workbench(ports.rules);
  return {
    observe: (journal) => observe(ports, tools, bench, journal),
    plan,
    perform: async (action, journal) => {
      const after = await perform(ports, tools, action, journal);
      return after.trouble ? { ...after, trouble: undefined } : after;
    },
    absorb: withTrouble,
    isUntouched: (journal) => !journal.touched,
    earlier: (journal) => journal.earlier,
    deadlineAt: deadlineOf,
  };
}
