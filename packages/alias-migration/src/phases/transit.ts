import { enumerate, transitOf } from '../names';
import { ways } from '../strategies';
import { absentFrom, act, editOf, type Outcome, type Run } from './phase';

/** Names that neither side holds: in WILDCARD they live on the transit wildcards alone. */
export const namesInTransit = ({ migration, source, target }: Run): string[] =>
  absentFrom(absentFrom(migration.aliases, source), target);

/** The wildcards that names in transit would need and the target does not show: nobody serves such names. */
export const wildcardsMissing = (run: Run): string[] =>
  ways[run.before.strategy].wildcards(run.migration).length > 0
    ? absentFrom(transitOf(run.migration, namesInTransit(run)), run.target)
    : [];

/**
 * Another deployment of the target may take the names or their wildcard away: its own stack knows nothing of them.
 * The quickest cure is to put back what serves them. A name that CloudFront refuses, as its record leads to the source
 * still, has to wait for the records.
 */
export function keepServed(run: Run): Outcome | undefined {
  const { before, journal } = run;
  const isWildcard = before.strategy === 'WILDCARD';
  if (!isWildcard && journal.trouble) return undefined;
  const missing = isWildcard ? wildcardsMissing(run) : namesInTransit(run);
  if (missing.length === 0) return undefined;
  const action = editOf('target', run.target, { addAliases: missing, removeAliases: [] });
  return act(action, `Somebody took ${enumerate(missing)} off the target: putting it back.`, 3);
}
