import { memberAt } from './extension/pointers';
import type { ResourceProvider } from './resources/provider';
import { isEqual, isLater, type Members } from './value';

/** Whether a change makes a new resource. Conditional: that hangs on a value which is not known yet. */
export type Replacement = 'True' | 'False' | 'Conditional';

/** What differs between a resource as it is and as it is wanted. */
export interface Difference {
  /** Names of the properties that differ. */
  readonly properties: readonly string[];
  readonly replacement: Replacement;
}

/** The difference, or undefined when there is none. */
export function differenceOf(
  { createOnly }: Pick<ResourceProvider, 'createOnly'>,
  before: Members,
  after: Members,
): Difference | undefined {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  const properties = names.filter((name) => !isEqual(before[name], after[name]));
  if (properties.length === 0) return undefined;
  const replacements = createOnly.map((path) => replacementBy(path.split('.'), before, after));
  const replacement = (['True', 'Conditional'] as const).find((each) => replacements.includes(each));
  return { properties, replacement: replacement ?? 'False' };
}

function replacementBy(names: readonly string[], before: Members, after: Members): Replacement {
  const [was, wanted] = [memberAt(before, names), memberAt(after, names)];
  if (isEqual(was, wanted)) return 'False';
  return wanted !== undefined && isLater(wanted) ? 'Conditional' : 'True';
}
