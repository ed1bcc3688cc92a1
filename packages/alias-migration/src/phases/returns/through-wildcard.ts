import { enumerate, transitOf } from '../../names';
import { absentFrom, editOf, type Outcome, presentOn, type Run } from '../phase';
import { wildcardsMissing } from '../transit';
import { unwind } from '../unwind';
import { returnRecords } from './records';
import { takeBack } from './take-back';

/** WILDCARD's way back: the wildcard keeps serving the names until the source has taken them. */
export function returnThroughWildcard(run: Run, away: readonly string[]): Outcome | undefined {
  const bare = wildcardToServe(run);
  if (bare) return bare;
  // CloudFront refuses a name whose record points to another distribution: records first.
  const records = returnRecords(run);
  if (records) return records;
  const claimed = presentOn(away, run.target);
  if (claimed.length === 0) return takeBack(run, away);
  const edit = {
    addAliases: absentFrom(transitOf(run.migration, claimed), run.target),
    removeAliases: claimed,
  };
  const message = `The wildcard serves ${enumerate(claimed)} again on the way back.`;
  return unwind(run, editOf('target', run.target, edit), message, 3);
}

/** While the source may not take its names yet, the wildcard has to serve them; once refused it is not insisted on. */
function wildcardToServe(run: Run): Outcome | undefined {
  const missing = wildcardsMissing(run);
  const failure = run.journal.trouble?.failure;
  const mustWait = failure === 'DnsPointsElsewhere' || (failure === undefined && returnRecords(run));
  if (missing.length === 0 || !mustWait || !run.target.enabled) return undefined;
  const edit = { addAliases: missing, removeAliases: [] };
  const message = `${enumerate(missing)} serves the names meanwhile.`;
  return unwind(run, editOf('target', run.target, edit), message, 3);
}
