import { differenceJson } from '../difference';
import { findingsJson } from '../findings';
import { testJson } from '../test/summary';
import type { Deployed, Prospect } from './deploy';
import type { Gated } from './gate';

/** How far it came. */
export interface Done {
  readonly stage: string;
  readonly stack: string;
  readonly dryRun: boolean;
  readonly gated: Gated;
  readonly prospect?: Prospect;
  readonly deployed?: Deployed;
}

/** What --json prints. */
export const documentOf = (
  { stage, stack, dryRun, gated, prospect, deployed }: Done,
  passed: boolean,
): object => ({
  stage,
  stack,
  passed,
  status: deployed?.status ?? (prospect === undefined ? 'REFUSED' : 'DRY_RUN'),
  ...(deployed?.why !== undefined && { why: deployed.why }),
  dryRun,
  sha256: gated.sha256,
  check: findingsJson(gated.checked),
  test: gated.tests === undefined ? null : testJson(gated.tests),
  difference: prospect?.difference === undefined ? null : differenceJson(prospect.difference),
  rules: deployed?.rules ?? null,
  changes: deployed?.changes ?? [],
  outputs: deployed?.outputs ?? {},
});
