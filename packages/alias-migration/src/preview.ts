import type { Instant } from '@cutover/ground';
import { type Examined, examine } from './checks';
import { stepsOf } from './explain';
import type { Journal } from './journal';
import type { Strategy } from './migration';
import type { Observed } from './observed';
import { beforeOf } from './phases/preflight';
import { settledOn } from './sought';
import { choose, type LeftOut, type PlannedStep } from './strategies';
import { type WayBack, wayBackAt } from './way-back';

/** What a move would do, seen from before it. */
export type Preview =
  | { readonly kind: 'absent'; readonly property: string; readonly distributionId: string }
  | {
      readonly kind: 'seen';
      readonly strategy: Strategy;
      readonly why: string;
      /** The other strategies, where AUTO chose. */
      readonly others: readonly LeftOut[];
      readonly checks: readonly Examined[];
      readonly steps: readonly PreviewedStep[];
      /** Once the names are there. */
      readonly wayBackWhenDone: WayBack;
      readonly sourceDomainName: string;
      readonly targetDomainName: string;
    };

export interface PreviewedStep extends PlannedStep {
  /** How the names get back from within this step. */
  readonly fromHere: WayBack;
}

/**
 * What a run would find and do if it began now. Pure; asks the same checks as the preflight of a real run.
 * @param journal as a create begins it
 * @param observed what the phase PREFLIGHT looks at
 */
export function preview(journal: Journal, observed: Observed, now: Instant): Preview {
  const { source, target } = observed;
  const migration = source ? settledOn(journal.migration, source) : journal.migration;
  if (!target) return absent('Target.DistributionId', migration.target.distributionId);
  if (!source) return absent('Source.DistributionId', migration.source.distributionId);
  const choice = choose({ migration, observed });
  const { strategy, why } = choice.way;
  const question = { migration, strategy, observed, source, target, now };
  const before = beforeOf(question, choice);
  const within = (phase: Journal['phase']): WayBack =>
    wayBackAt({ ...journal, migration, phase, before, touched: true });
  return {
    kind: 'seen',
    strategy,
    why,
    others: choice.others,
    checks: examine(question),
    steps: stepsOf(migration, before).map((step) => ({ ...step, fromHere: within(step.phase) })),
    wayBackWhenDone: within('DONE'),
    sourceDomainName: source.domainName,
    targetDomainName: target.domainName,
  };
}

const absent = (property: string, distributionId: string): Preview => ({
  kind: 'absent',
  property,
  distributionId,
});
