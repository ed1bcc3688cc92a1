import type { Stack } from '@cutover/local-aws';
import { migrationType } from './end-state';
import type { ReportHint } from './report';

interface Shown {
  readonly ReconcileSource?: string;
  readonly ReconcileTarget?: string;
  readonly Warnings?: readonly string[];
}

/** What the migrations of these stacks tell whoever owns the two distributions; from their own last answers. */
export const hintsOf = (stacks: readonly Stack[]): ReportHint[] =>
  stacks.flatMap((stack) =>
    [...stack.resources.values()]
      .filter(({ type, made }) => type === migrationType && made !== undefined)
      .map(({ logicalId, made }) => hintOf(stack.name, logicalId, (made?.model ?? {}) as Shown))
      .filter(({ warnings }) => warnings.length > 0),
  );

const hintOf = (
  stack: string,
  logicalId: string,
  { ReconcileSource = '', ReconcileTarget = '', Warnings = [] }: Shown,
): ReportHint => ({
  stack,
  logicalId,
  warnings: Warnings,
  reconcileSource: ReconcileSource,
  reconcileTarget: ReconcileTarget,
});
