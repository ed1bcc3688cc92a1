import { type Action, type Journal, type Observed, type Phase, phaseNames } from '@cutover/alias-migration';
import type { Domain, FailureName } from '@cutover/handler-kit';

type MigrationDomain = Domain<Observed, Journal, Action>;

/** What an exploration has come through: a run that was never in a phase has proved nothing of it. */
export interface Marks {
  readonly phases: Set<Phase>;
  /** `RELEASING → VERIFYING`: what one decision has walked over. */
  readonly transitions: Set<string>;
  readonly failures: Set<FailureName>;
}

export const noMarks = (): Marks => ({ phases: new Set(), transitions: new Set(), failures: new Set() });

/** The domain, with its decisions and failures written down. */
export const marking = (domain: MigrationDomain, marks: Marks): MigrationDomain => ({
  ...domain,
  plan: (observed, journal, now) => {
    const decision = domain.plan(observed, journal, now);
    const [from, to] = [journal.phase, decision.journal.phase];
    marks.phases.add(from).add(to);
    if (from !== to) marks.transitions.add(`${from} → ${to}`);
    return decision;
  },
  absorb: (journal, failure, action, now) => {
    marks.failures.add(failure.failure);
    return domain.absorb(journal, failure, action, now);
  },
});

/** Those that no run was in. */
export const unreached = ({ phases }: Marks): Phase[] => phaseNames.filter((phase) => !phases.has(phase));
