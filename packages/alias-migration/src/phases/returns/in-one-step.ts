import { moveOf, refused } from '../move-aliases';
import { type Outcome, presentOn, type Run } from '../phase';
import { prove } from '../prove';
import { unwind } from '../unwind';
import { returnRecords } from './records';
import { takeBack } from './take-back';

/** ATOMIC's way back: the same call towards the source; a name that nobody holds is simply added there. */
export function returnInOneStep(run: Run, away: readonly string[]): Outcome | undefined {
  const [alias] = presentOn(away, run.target);
  if (alias === undefined) return returnRecords(run) ?? takeBack(run, away);
  // A refusal that leads nowhere is tried again: people may mend a permission meanwhile.
  const other = refused(run);
  if (other?.kind === 'hold') return other;
  const proof = prove(run, true);
  if (proof) return proof;
  const action = moveOf(run.journal, alias, 'source', run.source);
  return unwind(run, action, `Moving ${alias} back to the source ${run.source.id}.`, 2);
}
