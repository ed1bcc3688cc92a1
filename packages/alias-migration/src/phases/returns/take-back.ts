import { minutesToMs } from '@cutover/ground';
import { enumerate } from '../../names';
import { editOf, type Outcome, type Run } from '../phase';
import { unwind } from '../unwind';

/** A released name may be free only when that is deployed; who holds it longer than this is somebody else. */
const FOREIGN_AFTER_MINUTES = 15;

/**
 * The source takes names that nobody holds: in one update; once CloudFront has said that one of them is held, one by
 * one, for it does not say which. A name that stays held belongs to somebody else by now: taking it from them is not
 * ours to do.
 */
export function takeBack(run: Run, away: readonly string[]): Outcome | undefined {
  const { journal, source, target, now } = run;
  const held = journal.trouble?.failure === 'AliasHeld' ? journal.trouble : undefined;
  const isSettled = source.deployed && target.deployed;
  if (held && isSettled && now > held.since + minutesToMs(FOREIGN_AFTER_MINUTES)) return undefined;
  const addAliases = held ? [...away].slice(held.times % away.length).slice(0, 1) : [...away];
  const message = `The source ${source.id} takes ${enumerate(addAliases)} back.`;
  return unwind(run, editOf('source', run.source, { addAliases, removeAliases: [] }), message, 5);
}
