import { type Outcome, presentOn, type Run } from '../phase';
import { unwind } from '../unwind';
import { returnRecords } from './records';
import { takeBack } from './take-back';

/** ATOMIC's way back: the same call towards the source; a name that nobody holds is simply added there. */
export function returnInOneStep(run: Run, away: readonly string[]): Outcome | undefined {
  const [alias] = presentOn(away, run.target);
  if (alias === undefined) return returnRecords(run) ?? takeBack(run, away);
  const { id, etag } = run.source;
  const action = { kind: 'moveAlias', alias, to: 'source', distributionId: id, etag } as const;
  return unwind(run, action, `Moving ${alias} back to the source ${id}.`, 2);
}
