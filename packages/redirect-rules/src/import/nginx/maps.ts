import { Refusal } from '../report';
import type { Context } from './candidates';
import { type Asked, type Condition, entryCondition, isAboutHost, regexOf } from './condition';
import { testRegex } from './regex';
import type { MapEntry, Test, VariableMap } from './server';
import { variablesOf } from './template';

/** One way that the variables of some values can come out. */
export interface Branch {
  readonly conditions: readonly Condition[];
  readonly known: ReadonlyMap<string, string>;
  /** No request gets past it. */
  readonly isCertain: boolean;
}

const plain: Branch = { conditions: [], known: new Map(), isCertain: true };

/**
 * Values that name a mapped variable, entry by entry of its map, in the order in which the map looks at them. `test`
 * lets through the entries whose value it accepts.
 */
export function branchesOf(values: readonly string[], context: Context, line: number, test?: Test): Branch[] {
  const names = new Set(values.flatMap(variablesOf).filter((name) => context.maps.has(name)));
  const [name] = names;
  if (name === undefined) return [plain];
  if (names.size > 1)
    throw new Refusal(line, [...names].map((one) => `$${one}`).join(' '), 'two maps at once');
  const map = context.maps.get(name)!;
  return ways(map, context, line, test).map(({ asked, value }) => {
    const conditions = typeof asked === 'boolean' ? [] : [asked];
    return { conditions, known: new Map([[name, value]]), isCertain: conditions.length === 0 };
  });
}

interface Way {
  readonly asked: Asked;
  readonly value: string;
}

function ways(map: VariableMap, { host }: Context, line: number, test: Test | undefined): Way[] {
  const all = [
    ...map.entries.map((entry) => ({
      asked: entryCondition(map.source, entry, host),
      value: entry.value,
      entry,
    })),
    { asked: true as Asked, value: map.otherwise, entry: undefined },
  ].filter(({ asked }) => asked !== false);
  const certain = all.findIndex(({ asked }) => asked === true);
  const reachable = all.slice(0, certain + 1);
  const isIn = (value: string) => test === undefined || accepts(test, value, line);
  for (const [place, { value, entry }] of reachable.entries()) {
    if (isIn(value) || entry === undefined) continue;
    const later = reachable.slice(place + 1).find((way) => isIn(way.value) && mayTake(way.entry, entry));
    if (later !== undefined)
      throw new Refusal(
        entry.line,
        `map $${map.source}`,
        'it makes an exception from an entry below, which a rule cannot; write the entries apart',
      );
  }
  return reachable.filter(({ value }) => isIn(value)).map(({ asked, value }) => ({ asked, value }));
}

/** Would the later entry take a request that this one has set aside? */
function mayTake(later: MapEntry | undefined, exception: MapEntry): boolean {
  if (later === undefined) return true;
  if (exception.key.kind === 'regex') return later.key.kind === 'regex';
  if (later.key.kind === 'text') return false;
  const regex = regexOf(later.key.pcre, true, later.line);
  return testRegex(regex, exception.key.text) !== null;
}

/** What an `if` says to a value of a map. */
function accepts({ operator, value: wanted }: Test, value: string, line: number): boolean {
  const isFixed = !value.includes('$');
  if (operator === undefined) return value !== '' && value !== '0';
  if (!isFixed) throw new Refusal(line, `if (... ${operator} ${wanted})`, 'the map answers with a variable');
  const isNegated = operator.startsWith('!');
  if (operator.endsWith('=')) return (value === wanted) !== isNegated;
  const regex = regexOf(wanted, operator.endsWith('*'), line);
  return (testRegex(regex, value) !== null) !== isNegated;
}

/** The variable, or the map behind it, goes by the host. */
export const goesByHost = (name: string, maps: ReadonlyMap<string, VariableMap>): boolean =>
  isAboutHost(name) || isAboutHost(maps.get(name)?.source ?? '');
