import { portable } from '../../evaluate/regex/portable';
import type { Regex } from '../../model/rule-set';
import { Refusal } from '../report';
import type { Condition } from './condition';
import {
  groupNames,
  hasTopLevelBar,
  literalRegex,
  literalStart,
  matchesEveryPath,
  testRegex,
  withoutNumbers,
} from './regex';

/** What all conditions of the path come to. */
export type PathPart = { readonly constants: ReadonlyMap<string, string> } & (
  | { readonly kind: 'any' }
  | { readonly kind: 'exact'; readonly path: string; readonly ignoreCase: boolean }
  | { readonly kind: 'prefix'; readonly path: string }
  | { readonly kind: 'regex'; readonly regex: Regex }
);

type IsUsed = (condition: { regex: Regex }) => boolean;
const none: ReadonlyMap<string, string> = new Map();
const any: PathPart = { kind: 'any', constants: none };

/** A location, an `if ($uri ...)` and a rewrite can ask for the path at once; undefined: no path meets all of them. */
export function joinPaths(
  conditions: readonly Condition[],
  isUsed: IsUsed,
  line: number,
): PathPart | undefined {
  let path: PathPart | undefined = any;
  for (const condition of conditions) {
    if (path === undefined) return undefined;
    path = join(path, condition, isUsed, line);
  }
  return path;
}

function join(path: PathPart, condition: Condition, isUsed: IsUsed, line: number): PathPart | undefined {
  switch (condition.kind) {
    case 'exact':
      return joinExact(path, condition, line);
    case 'prefix':
      // Nothing stands before the location, as nginx looks for it once.
      return condition.path === '/' ? path : { kind: 'prefix', path: condition.path, constants: none };
    case 'path':
      return joinRegex(path, condition, isUsed, line);
    default:
      return path;
  }
}

function joinExact(
  path: PathPart,
  { path: wanted, ignoreCase }: Condition & { kind: 'exact' },
  line: number,
): PathPart | undefined {
  const exact: PathPart = { kind: 'exact', path: wanted, ignoreCase, constants: none };
  if (path.kind === 'any') return exact;
  if (ignoreCase) throw new Refusal(line, wanted, 'a map within a location; put its entries into locations');
  const isMet =
    path.kind === 'regex'
      ? testRegex(path.regex, wanted) !== null
      : path.kind === 'prefix'
        ? wanted.startsWith(path.path)
        : wanted === path.path;
  return isMet ? exact : undefined;
}

function joinRegex(
  path: PathPart,
  condition: Condition & { kind: 'path' },
  isUsed: IsUsed,
  line: number,
): PathPart | undefined {
  const { regex } = condition;
  if (matchesEveryPath(regex) && !isUsed(condition)) return path;
  if (path.kind === 'any') return { kind: 'regex', regex, constants: none };
  if (path.kind === 'exact') {
    if (path.ignoreCase) throw new Refusal(line, regex.source, 'a map and a regex ask for one path');
    const hit = testRegex(regex, path.path);
    return hit === null ? undefined : { ...path, constants: constantsOf(regex, hit) };
  }
  if (path.kind === 'prefix') return withPrefix(path.path, regex);
  if (path.regex.source === regex.source && path.regex.ignoreCase === regex.ignoreCase) return path;
  return { kind: 'regex', regex: bothRegexes(path.regex, regex, line), constants: none };
}

/** The rules' regexes call their groups by number; names come from the author's text. */
function constantsOf(regex: Regex, hit: RegExpExecArray): Map<string, string> {
  const numbered = hit.map((text, number): [string, string] => [String(number), text ?? '']);
  const { captures } = portable(regex, 'bytes');
  const named = captures.flatMap(({ name, number }): [string, string][] =>
    name === undefined ? [] : [[name.toLowerCase(), hit[number] ?? '']],
  );
  return new Map([...numbered, ...named]);
}

function withPrefix(prefix: string, regex: Regex): PathPart | undefined {
  const start = literalStart(regex);
  if (start?.text.startsWith(prefix)) return { kind: 'regex', regex, constants: none };
  if (start !== undefined && !prefix.startsWith(start.text)) return undefined;
  const guard = `^(?=${literalRegex(prefix)})`;
  const rest = start === undefined ? `[\\s\\S]*?(?:${regex.source})` : regex.source.slice(1);
  return { kind: 'regex', regex: { ...regex, source: guard + rest }, constants: none };
}

/** Both must be found in one path: the first becomes a look ahead of the second. */
function bothRegexes(first: Regex, second: Regex, line: number): Regex {
  const areAnchored = [first, second].every(
    ({ source }) => source.startsWith('^') && !hasTopLevelBar(source),
  );
  if (!areAnchored || first.ignoreCase !== second.ignoreCase || groupNames(first).length > 0)
    throw new Refusal(
      line,
      `${first.source} and ${second.source}`,
      'two regexes ask for one path; write them as one',
    );
  const ahead = withoutNumbers(first.source.slice(1));
  return { ...second, source: `^(?=${ahead})${second.source.slice(1)}` };
}
