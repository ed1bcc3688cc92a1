import { type Instant, minutesToMs } from '@cutover/ground';
import type { Domain, Failure } from '@cutover/handler-kit';
import type { SiteJournal } from './journal';
import { observe } from './observe';
import type { Action, Observed } from './observed';
import { perform } from './perform';
import { plan } from './plan';
import type { SitePorts } from './port';
import { Workbench } from './rules/workbench';
import type { SiteTools } from './tools';

/** CloudFormation waits 36 hours for a handler (timeoutInMinutes 2160 in the schema); we end before it does. */
const RUN_MINUTES_MAX = 35 * 60;

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
    absorb,
    isUntouched: (journal) => !journal.touched,
    earlier: (journal) => journal.earlier,
    deadlineAt: (journal) => journal.startedAt + minutesToMs(RUN_MINUTES_MAX),
  };
}

function absorb(
  journal: SiteJournal,
  { failure, disposition, code, message }: Failure,
  action: Action | undefined,
  now: Instant,
): SiteJournal {
  const kind = action?.kind ?? 'look';
  const { trouble } = journal;
  const same = trouble?.action === kind && trouble.failure === failure ? trouble : undefined;
  return {
    ...journal,
    trouble: {
      ...{ action: kind, failure, disposition, code, message },
      times: (same?.times ?? 0) + 1,
      since: same?.since ?? now,
    },
  };
}
