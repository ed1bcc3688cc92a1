import { bypassRecords } from '../bypass';
import { longestTtlSeconds, TTL_MARGIN_SECONDS } from '../records';
import { judgeBypass } from '../viewers';
import { namesOfWave } from '../waves';
import { type Outcome, onward, type Run, ruleOfRun } from './phase';
import { pointRecords } from './point-records';
import { routeGate } from './route-gate';

/**
 * DIVERTING (BYPASS): the names of the wave lead past CloudFront, so that nobody asks it for them while they change
 * hands. Those of the waves before are led to the target, and stay so.
 */
export const divert = ruleOfRun({
  looks: ['ends', 'records', 'bypass'],
  budgetMinutes: 60,
  decide: (run) =>
    sick(run) ??
    pointRecords(run, 'bypass', bypassRecords(run.migration, namesOfWave(run.journal))) ??
    onward(run),
});

/**
 * DRAINING: every authoritative server leads to the bypass, the old TTL has run out since, and connections that were
 * open to the source have had their time. The source still has the names, so the way back is the records alone.
 */
export const drain = ruleOfRun({
  looks: ['ends', 'authority', 'bypass'],
  budgetMinutes: 240,
  decide: (run) => sick(run) ?? routeGate(run, drainSeconds(run)) ?? onward(run),
});

export const drainSeconds = ({ migration, before }: Pick<Run, 'migration' | 'before'>): number =>
  Math.max(migration.bypass?.drainSeconds ?? 0, longestTtlSeconds(before.records) + TTL_MARGIN_SECONDS);

/** Users are there by now, or will be in a moment. */
function sick({ observed, migration }: Run): Outcome | undefined {
  const judgement = judgeBypass(observed.bypass ?? [], migration.verification);
  return judgement.kind === 'good'
    ? undefined
    : {
        kind: 'back',
        code: 'NotStabilized',
        message: `The bypass does not answer for the names: ${judgement.reason}. Mend the endpoint, or correct Bypass.Records, and try again.`,
      };
}
