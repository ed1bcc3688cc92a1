import { enumerate, wildcardsOver } from '../names';
import { absentFrom, act, type Outcome, type Run } from './phase';
import { editOf } from './unwind';

/** Names that neither side holds: in WILDCARD they live on the transit wildcards alone. */
export const namesInTransit = ({ migration, source, target }: Run): string[] =>
  absentFrom(absentFrom(migration.aliases, source), target);

/** The wildcards that names in transit would need and the target does not show: nobody serves such names. */
export const wildcardsMissing = (run: Run): string[] =>
  run.before.strategy === 'WILDCARD' ? absentFrom(wildcardsOver(namesInTransit(run)), run.target) : [];

/**
 * Another deployment of the target may take the wildcard away while names depend on it: its own stack knows nothing of
 * it. The quickest cure is to put it back.
 */
export function keepInTransit(run: Run): Outcome | undefined {
  const missing = wildcardsMissing(run);
  if (missing.length === 0) return undefined;
  const action = editOf(run, 'target', { addAliases: missing, removeAliases: [] });
  return act(action, `Somebody took ${enumerate(missing)} off the target: putting it back.`, 3);
}
