import { type LocalAws, startLocalAws } from '@cutover/local-aws';
import { startTraffic, type Traffic } from '@cutover/traffic-probe';
import type { FaultOption } from '../commands/options';
import { seedBefore } from './before';
import { type Deployments, deployStack } from './deployments';
import { misplacedAliases } from './end-state';
import { ChangeWatch } from './near-change';
import { paceOf } from './pace';
import type { Watch } from './progress';
import type { Rehearsal } from './rehearsal';
import type { RehearsalReport } from './report';
import { stepsOf } from './steps';
import { keepTraffic } from './traffic-loop';
import { reportOf } from './verdict';

export interface RunOptions {
  readonly seed: string;
  readonly faults: readonly FaultOption[];
  /** Virtual seconds per second at most; undefined for as fast as it goes. */
  readonly speed: number | undefined;
  readonly startedAt: number;
  readonly replay: string;
  readonly watch: Watch;
}

/** Rehearses a folder from an empty local AWS to the verdict. */
export async function runRehearsal(rehearsal: Rehearsal, options: RunOptions): Promise<RehearsalReport> {
  const wallStart = performance.now();
  const aws = await startLocalAws({
    seed: options.seed,
    startedAt: options.startedAt,
    accounts: Object.entries(rehearsal.accounts).map(([name, id]) => ({ id, name })),
    origins: Object.entries(rehearsal.origins).map(([domainName, { rules }]) => ({
      domainName,
      rules: [...rules],
    })),
  });
  try {
    const run = new Run(rehearsal, options, aws);
    await run.prepare();
    await run.go();
    return run.report((performance.now() - wallStart) / 1000);
  } finally {
    await aws.stop();
  }
}
