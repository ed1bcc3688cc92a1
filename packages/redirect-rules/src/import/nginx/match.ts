import type { Regex } from '../../model/rule-set';
import type { AuthorMatch } from '../../read/author';
import { Refusal } from '../report';
import type { Condition } from './condition';
import { joinPaths, type PathPart } from './path-match';
import {
  groupNames,
  literalRegex,
  matchesEveryLongerUri,
  matchesEveryPath,
  matchesPlainPathsOnly,
  nameGroup,
  testRegex,
} from './regex';

/** A match of the rules, and how a target calls what nginx calls `$1` and `$name` there. */
export interface Matching {
  readonly match: AuthorMatch;
  /** By number or name; a text of its own where it is the same for all requests. */
  readonly captures: ReadonlyMap<string, { readonly text: string } | { readonly capture: string }>;
  /** The path is looked at as nginx decodes it. */
  readonly isPathAsked: boolean;
  /** Captures come from the decoded path, rather than from what was sent. */
  readonly arePathCaptures: boolean;
}

/**
 * All conditions as one match; undefined where no request meets them. `used` are the captures that the target needs:
 * a number counts groups of the last regex that was tried.
 */
export function matchOf(
  conditions: readonly Condition[],
  used: ReadonlySet<string>,
  line: number,
): Matching | undefined {
  const numbers = [...used].filter((name) => /^\d$/.test(name));
  const regexes = conditions.filter(
    (condition) =>
      'regex' in condition ||
      (typeof condition === 'object' &&
        condition.kind === 'parameter' &&
        typeof condition.value === 'object'),
  );
  const owner = numbers.length > 0 ? regexes.at(-1) : undefined;
  if (numbers.length > 0 && owner === undefined)
    throw new Refusal(line, `$${numbers[0]}`, 'no regex above it captures anything');
  const isUsed = (condition: { regex: Regex }) =>
    condition === owner || groupNames(condition.regex).some((name) => used.has(name.toLowerCase()));
  const path = joinPaths(conditions, isUsed, line);
  if (path === undefined) return undefined;
  const parts = { path, uri: uriPart(conditions, path, isUsed, line), query: queryPart(conditions, line) };
  return assemble(parts, conditions, owner, numbers, line);
}

interface Parts {
  readonly path: PathPart;
  readonly uri: Regex | undefined;
  readonly query: Regex | undefined;
}

function assemble(
  { path, uri, query }: Parts,
  conditions: readonly Condition[],
  owner: Condition | undefined,
  numbers: readonly string[],
  line: number,
): Matching {
  const captures = new Map<string, { text: string } | { capture: string }>(
    [...path.constants].map(([name, text]) => [name, { text }]),
  );
  const addNames = (regex: Regex | undefined) => {
    for (const name of regex === undefined ? [] : groupNames(regex))
      captures.set(name.toLowerCase(), { capture: name });
  };
  // A regex of the uri alone can stand in the place of the path's, where it may capture by number.
  const isSame = path.kind === 'regex' && isEqual(path.regex, uri) && matchesPlainPathsOnly(path.regex);
  const isUriAlone = uri !== undefined && (path.kind === 'any' || isSame);
  const isPathOwner = owner?.kind === 'path' || (isUriAlone && owner?.kind === 'uri');
  const prefix = owner?.kind === 'query' ? 'query' : 'uri';
  const named = (regex: Regex | undefined, kind: Condition['kind']) =>
    regex !== undefined && owner?.kind === kind && !isPathOwner
      ? numbers.reduce((all, number) => nameGroup(all, Number(number), `${prefix}${number}`), regex)
      : regex;
  if (owner?.kind === 'parameter')
    throw new Refusal(line, `$${numbers[0]}`, 'a rule captures from path and query, not from one parameter');
  for (const number of numbers) {
    if (!captures.has(number)) captures.set(number, { capture: isPathOwner ? number : `${prefix}${number}` });
  }
  const uriRegex = named(uri, 'uri');
  const queryRegex = named(query, 'query');
  for (const regex of [path.kind === 'regex' ? path.regex : undefined, uriRegex, queryRegex]) addNames(regex);
  const match: AuthorMatch = {
    ...(isUriAlone ? { ...regexKeys(uriRegex!), On: 'Uri' } : pathKeys(path)),
    ...parameterKeys(conditions, line),
    ...(queryRegex === undefined ? {} : { QueryRegex: inlineCase(queryRegex) }),
    ...(uriRegex === undefined || isUriAlone ? {} : { UriRegex: inlineCase(uriRegex) }),
    ...countryKeys(conditions),
  };
  const isPathAsked = path.kind !== 'any' && !isUriAlone;
  const names = path.kind === 'regex' ? groupNames(path.regex) : [];
  const arePathCaptures =
    isPathAsked && path.kind === 'regex' && (owner?.kind === 'path' || names.length > 0);
  return { match, captures, isPathAsked, arePathCaptures };
}

/** Of `$request_uri`, unless it holds for all requests that the path lets through anyway. */
function uriPart(
  conditions: readonly Condition[],
  path: PathPart,
  isUsed: (condition: { regex: Regex }) => boolean,
  line: number,
): Regex | undefined {
  const asked = conditions.filter((condition) => {
    if (condition.kind !== 'uri') return false;
    if (isUsed(condition)) return true;
    return (
      !matchesEveryPath(condition.regex) && !(matchesEveryLongerUri(condition.regex) && !isRootAllowed(path))
    );
  });
  if (asked.length > 1) throw new Refusal(line, 'if ($request_uri ...)', 'a rule asks for it once');
  const [only] = asked;
  return only?.kind === 'uri' ? only.regex : undefined;
}

function isRootAllowed(path: PathPart): boolean {
  if (path.kind === 'regex') return testRegex(path.regex, '/') !== null;
  return path.kind === 'any' || path.path === '/';
}

function queryPart(conditions: readonly Condition[], line: number): Regex | undefined {
  const asked = conditions.filter((condition) => condition.kind === 'query');
  if (asked.length > 1) throw new Refusal(line, 'if ($query_string ...)', 'a rule asks for it once');
  return asked[0]?.regex;
}

const isEqual = (one: Regex, other: Regex | undefined): boolean =>
  one.source === other?.source && one.ignoreCase === other.ignoreCase;

/** A path with letters that a pattern would take for a placeholder is said as a regex. */
function pathKeys(path: PathPart): AuthorMatch {
  if (path.kind === 'any') return {};
  if (path.kind === 'regex') return regexKeys(path.regex);
  const isPattern = path.path.includes('*') || path.path.includes('/:');
  if (path.kind === 'prefix')
    return isPattern ? { Regex: `^${literalRegex(path.path)}` } : { Path: `${path.path}*` };
  const keys = isPattern ? { Regex: `^${literalRegex(path.path)}$` } : { Path: path.path };
  return path.ignoreCase ? { ...keys, IgnoreCase: true } : keys;
}

const regexKeys = ({ source, ignoreCase }: Regex): AuthorMatch =>
  ignoreCase ? { Regex: source, IgnoreCase: true } : { Regex: source };

const inlineCase = ({ source, ignoreCase }: Regex): string => (ignoreCase ? `(?i)${source}` : source);

function parameterKeys(conditions: readonly Condition[], line: number): AuthorMatch {
  const asked = conditions.filter((condition) => condition.kind === 'parameter');
  const query: Record<string, string | { Regex: string }> = {};
  for (const { name, value } of asked) {
    if (name in query) throw new Refusal(line, `$arg_${name}`, 'a rule asks for a parameter once');
    query[name] = typeof value === 'string' ? value : { Regex: inlineCase(value) };
  }
  return asked.length === 0 ? {} : { Query: query };
}

function countryKeys(conditions: readonly Condition[]): AuthorMatch {
  const lists = conditions.flatMap((condition) => (condition.kind === 'country' ? [condition.codes] : []));
  const [first, ...others] = lists;
  if (first === undefined) return {};
  return { Country: first.filter((code) => others.every((codes) => codes.includes(code))) };
}
