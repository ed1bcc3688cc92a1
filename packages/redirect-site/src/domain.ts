import type { Action as MigrationAction, Journal as MigrationJournal } from '@cutover/alias-migration';
import { type Domain, deadlineOf, withTrouble } from '@cutover/handler-kit';
import type { SiteJournal } from './journal';
import { withMove } from './moves/moves';
import { observe } from './observe';
import type { Action, Observed } from './observed';
import { perform } from './perform';
import { plan } from './plan';
import type { SitePorts } from './port';
import { Workbench } from './rules/workbench';
import type { SiteTools } from './tools';

/** The site as handler-kit takes turns with it. Made anew for each turn; rules that were read and compiled are in the memory. */
export function siteDomain(ports: SitePorts, tools: SiteTools): Domain<Observed, SiteJournal, Action> {
  const bench = new Workbench(ports.rules, tools.memory);
  return {
    observe: (journal) => observe(ports, tools, bench, journal),
    plan,
    perform: async (action, journal) => {
      const after = await perform(ports, tools, action, journal);
      return after.trouble ? { ...after, trouble: undefined } : after;
    },
    absorb: (journal, failure, action, now) => {
      const move =
        action?.kind === 'move' && journal.moves.find((each) => each.journal.migrationId === action.id);
      if (!move) return withTrouble(journal, failure, action, now);
      // It is the migration's own, which knows what to make of it.
      const after = withTrouble<MigrationAction, MigrationJournal>(move.journal, failure, action.action, now);
      return { ...journal, ...withMove(journal, move, { journal: after }) };
    },
    isUntouched: (journal) => !journal.touched,
    earlier: (journal) => journal.earlier,
    deadlineAt: deadlineOf,
  };
}
