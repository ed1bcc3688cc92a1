import { type Condition, conditionsIn, isTrue } from './condition';
import type { Refuse } from './expression';
import type { Scope } from './scope';

export type Conditions = ReadonlyMap<string, Condition>;

/** Every name that a condition uses is one, and none is made of itself. */
export function checkConditions(conditions: Conditions, refuse: Refuse): void {
  const visit = (name: string, above: readonly string[]): void => {
    if (above.includes(name))
      refuse({
        at: ['Conditions', name],
        text: `circular dependency between conditions: ${[...above.slice(above.indexOf(name)), name].join(' -> ')}`,
      });
    for (const named of conditionsIn(conditions.get(name)!)) {
      if (!conditions.has(named.name)) refuse({ at: named.at, text: noCondition(conditions, named.name) });
      visit(named.name, [...above, name]);
    }
  };
  for (const name of conditions.keys()) visit(name, []);
}

export const noCondition = (conditions: Conditions, name: string): string =>
  `there is no condition ${name}; the template has ${[...conditions.keys()].join(', ') || 'none'}`;

/** What each condition is, now that the parameters are known. */
export function truthsOf(conditions: Conditions, scope: Scope): ReadonlyMap<string, boolean> {
  const isNamedTrue = (name: string): boolean => isTrue(conditions.get(name)!, scope, isNamedTrue);
  return new Map([...conditions.keys()].map((name) => [name, isNamedTrue(name)]));
}
