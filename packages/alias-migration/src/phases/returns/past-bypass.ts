import { bypassRecords } from '../../bypass';
import { enumerate } from '../../names';
import { batchTowards, sameRecord } from '../../records';
import { drainSeconds } from '../divert';
import { DEPLOYMENT_POLL_SECONDS, editOf, type Outcome, presentOn, type Run, wait } from '../phase';
import { isChangeKnown } from '../point-records';
import { routeGate } from '../route-gate';
import { unwind } from '../unwind';
import { isOurs } from './records';
import { takeBack } from './take-back';

/**
 * BYPASS's way back: nobody may be led to CloudFront for a name while it changes hands there. Records that lead to the
 * target go to the bypass first; then the target lets go, the source takes, and only then the records go home.
 */
export function returnPastBypass(run: Run, away: readonly string[]): Outcome | undefined {
  const claimed = presentOn(away, run.target);
  const diverted = divertAgain(run, away);
  if (diverted) return diverted;
  if (claimed.length > 0) {
    const edit = { addAliases: [], removeAliases: claimed };
    const message = `The target ${run.target.id} lets ${enumerate(claimed)} go; the bypass serves.`;
    return unwind(run, editOf('target', run.target, edit), message, DEPLOYMENT_POLL_SECONDS);
  }
  if (!run.target.deployed)
    return wait(`the target ${run.target.id} to let the names go at every edge`, DEPLOYMENT_POLL_SECONDS);
  return takeBack(run, away);
}

/** Undefined: all of these names are served by the bypass, and viewers have had their time to get there. */
function divertAgain(run: Run, away: readonly string[]): Outcome | undefined {
  const { migration, journal, observed } = run;
  const wanted = bypassRecords(migration, away);
  const shown = (observed.records ?? []).filter(({ name }) => away.includes(name));
  // A zone that is gone leads nobody anywhere, and what somebody else wrote is theirs.
  const ours = shown.filter((set) => isOurs(run, set));
  if (!migration.dns || ours.length === 0) return undefined;
  const names = wanted.filter(({ name }) => ours.some((set) => set.name === name));
  const { upserts, deletes } = batchTowards(names, ours);
  const isShown =
    deletes.length === 0 && names.every((record) => ours.some((set) => sameRecord(set, record)));
  if (isShown && isChangeKnown(journal.records, 'bypass', ours)) return routeGate(run, drainSeconds(run));
  const batch = { comment: `Put back by ${journal.migrationId}`, upserts, deletes };
  const { hostedZoneId } = migration.dns;
  const message = `Pointing ${enumerate(names.map(({ name }) => name))} to the bypass on the way back.`;
  return unwind(run, { kind: 'changeRecords', to: 'bypass', hostedZoneId, batch }, message, 10);
}
