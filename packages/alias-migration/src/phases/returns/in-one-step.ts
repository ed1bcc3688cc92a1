import { moveOf, refused } from '../move-aliases';
import { DEPLOYMENT_POLL_SECONDS, type Outcome, presentOn, type Run, wait } from '../phase';
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

/**
 * Undefined: the names that this call has moved are off the target at every edge. Before that its certificate stays:
 * nothing says that edges take its removal after the move, as nothing did on the way there (`attach.ts`).
 */
export const targetHasLetGo = ({ before, target }: Run): Outcome | undefined =>
  before.strategy === 'ATOMIC' && !target.deployed
    ? wait(`the target ${target.id} to deploy`, DEPLOYMENT_POLL_SECONDS)
    : undefined;
