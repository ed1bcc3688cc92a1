import { enumerate } from '../../names';
import { editOf, type Outcome, presentOn, type Run } from '../phase';
import { unwind } from '../unwind';
import { returnRecords } from './records';
import { takeBack } from './take-back';

/** What we disabled is enabled again, before anything else: the names that it holds are answered by nobody. */
export function enableAgain(run: Run): Outcome | undefined {
  const edit = enablingEdit(run);
  return (
    edit && unwind(run, editOf('source', run.source, edit), `Enabling the source ${run.source.id} again.`, 5)
  );
}

/** Undefined: the source is enabled, or was not before either. */
export const enablingEdit = ({ before, source }: Pick<Run, 'before' | 'source'>) =>
  before.strategy === 'DISABLED_SOURCE' && !before.source.isDisabled && !source.enabled
    ? { addAliases: [], removeAliases: [], enabled: true }
    : undefined;

/**
 * DISABLED_SOURCE's way back. CloudFront would move a name in one step only from a disabled target, so the target lets
 * go and the source takes: two updates, and between them nobody answers.
 */
export function returnOverAGap(run: Run, away: readonly string[]): Outcome | undefined {
  // CloudFront refuses a name whose record points to another distribution: records first.
  const records = returnRecords(run);
  if (records) return records;
  const claimed = presentOn(away, run.target);
  if (claimed.length === 0) return takeBack(run, away);
  const edit = { addAliases: [], removeAliases: claimed };
  const message = `The target ${run.target.id} lets ${enumerate(claimed)} go.`;
  return unwind(run, editOf('target', run.target, edit), message, 1);
}
