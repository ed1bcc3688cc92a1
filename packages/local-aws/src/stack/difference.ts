import { memberAt } from './extension/pointers';
import type { ResourceProvider } from './resources/provider';
import { isEqual, isLater, isMembers, type Members } from './value';

/** Whether a change makes a new resource. Conditional: that hangs on a value which is not known yet. */
export type Replacement = 'True' | 'False' | 'Conditional';

/** What differs between a resource as it is and as it is wanted. */
export interface Difference {
  /** Paths of the properties that differ: `DistributionConfig.Aliases`. */
  readonly properties: readonly string[];
  readonly replacement: Replacement;
}

/** The difference, or undefined when there is none. */
export function differenceOf(
  { createOnly }: Pick<ResourceProvider, 'createOnly'>,
  before: Members,
  after: Members,
): Difference | undefined {
  const properties = pathsOf(before, after, []);
  if (properties.length === 0) return undefined;
  const replacements = createOnly.map((path) => replacementBy(path.split('.'), before, after));
  const replacement = (['True', 'Conditional'] as const).find((each) => replacements.includes(each));
  return { properties, replacement: replacement ?? 'False' };
}

/** As deep as both sides are objects; a list is one property. */
function pathsOf(before: Members, after: Members, above: readonly string[]): string[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return names.flatMap((name) => {
    const [was, wanted] = [before[name], after[name]];
    if (isEqual(was, wanted)) return [];
    const path = [...above, name];
    return isMembers(was) && isMembers(wanted) ? pathsOf(was, wanted, path) : [path.join('.')];
  });
}

function replacementBy(names: readonly string[], before: Members, after: Members): Replacement {
  const [was, wanted] = [memberAt(before, names), memberAt(after, names)];
  if (isEqual(was, wanted)) return 'False';
  return wanted !== undefined && isLater(wanted) ? 'Conditional' : 'True';
}
