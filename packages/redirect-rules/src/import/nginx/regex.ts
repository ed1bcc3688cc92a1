import { portable } from '../../evaluate/regex/portable';
import { RegexProblem } from '../../evaluate/regex/tree';
import type { Regex } from '../../model/rule-set';

/** A PCRE that the rules' engines would not all read alike. */
export class UntranslatableRegex extends Error {
  override readonly name = 'UntranslatableRegex';
}

/**
 * The same regex for the rules. Their regexes are what PCRE and JavaScript have in common, with the meaning of PCRE, so
 * there is little to translate: nginx matches bytes, and so does `Encoding: Nginx`.
 */
export function translateRegex(pcre: string, ignoreCase: boolean): Regex {
  const isCaseless = pcre.startsWith('(?i)');
  const source = pcre.slice(isCaseless ? '(?i)'.length : 0).replaceAll('(?P<', '(?<');
  const regex = { source, ignoreCase: ignoreCase || isCaseless };
  try {
    portable(regex, 'bytes');
  } catch (error) {
    if (!(error instanceof RegexProblem)) throw error;
    throw new UntranslatableRegex(`the regex "${pcre}" cannot be kept: ${error.message}`);
  }
  return regex;
}

/** Finds as nginx does: anywhere, with case as it says. */
export const testRegex = (regex: Regex, text: string): RegExpExecArray | null =>
  new RegExp(portable(regex, 'bytes').source).exec(text);

/** Is found in every path that nginx hands to it, as each begins with a slash. */
export function matchesEveryPath({ source }: Regex): boolean {
  const shape = /^(\^?)(\/?)(?:\(\.\*\)|\.\*|\(\.\*\$\))?(\$?)$/.exec(source);
  if (shape === null) return false;
  return source.includes('.*') || shape[3] === '';
}

/** Is found in every request target but `/`. */
export const matchesEveryLongerUri = ({ source }: Regex): boolean =>
  /^\^\/(\.\+|\(\.\+\))\$?$/.test(source) || /^\^\/\.?$/.test(source);

/** How a regex begins: with a literal text at the very start, and whether all behind it is then taken. */
export interface LiteralStart {
  readonly text: string;
  /** What follows the text: nothing that is asked, `.*`, `.+`, or something else. */
  readonly rest: 'none' | 'any' | 'some' | 'more';
}

/** `^/search/(.*)` begins with `/search/`; undefined where the regex need not match at the start. */
export function literalStart({ source, ignoreCase }: Regex): LiteralStart | undefined {
  if (!source.startsWith('^') || hasTopLevelBar(source) || ignoreCase) return undefined;
  const literal = /^(?:[\w/~%@:=&;,! -](?![*+?{])|\\[./_-](?![*+?{]))*/.exec(source.slice(1))![0];
  const rest = source.slice(1 + literal.length);
  const kind = /^(\.\*|\(\.\*\)|\(\.\*\$\))\$?$/.test(rest)
    ? 'any'
    : /^(\.\+|\(\.\+\)|\(\.\+\$\))\$?$/.test(rest)
      ? 'some'
      : rest === ''
        ? 'none'
        : 'more';
  return { text: literal.replaceAll('\\', ''), rest: kind };
}

/** Alternatives outside of any group, before which `^` would hold for the first alone. */
export function hasTopLevelBar(source: string): boolean {
  let depth = 0;
  for (const [part] of source.matchAll(/\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|[()|]/gs)) {
    if (part === '(') depth += 1;
    else if (part === ')') depth -= 1;
    else if (part === '|' && depth === 0) return true;
  }
  return false;
}

/**
 * Matches only texts that are the same before and after nginx decodes, merges slashes and resolves dots, and that have
 * no query: such a regex sees the same in `$request_uri` and in `$uri`.
 */
export function matchesPlainPathsOnly({ source }: Regex): boolean {
  if (!source.startsWith('^/') || !source.endsWith('$') || hasTopLevelBar(source)) return false;
  const body = source.slice(2, -1);
  const plain =
    /^(?:(?:[\w~-]|\\[dw-]|\[(?:[\w~-]|\\[dw-])+\]|\((?:\?:|\?<\w+>)?(?:[\w~|-]|\\[dw-]|\[(?:[\w~-]|\\[dw-])+\]|[*+?])+\))(?:[*+?]|\{\d+(?:,\d*)?\})?\??|(?<=[\w)\]}+])\/(?!\/|\?.))*(?:\/\?)?$/;
  return plain.test(body) && !body.startsWith('/') && !/(?:[*?]|\{0.*?\})\??\//.test(body);
}

/** Names the numbered group, as a condition beside the path captures by name only. */
export function nameGroup(regex: Regex, number: number, name: string): Regex {
  let count = 0;
  const source = regex.source.replace(/\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|\((?!\?)|\(\?<(?![=!])/gs, (part) => {
    if (part !== '(' && part !== '(?<') return part;
    count += 1;
    return count === number && part === '(' ? `(?<${name}>` : part;
  });
  return { ...regex, source };
}

/** Numbered groups become groups that capture nothing, so that a regex can stand in front of another. */
export const withoutNumbers = (source: string): string =>
  source.replace(/\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|\((?!\?)/gs, (part) => (part === '(' ? '(?:' : part));

/** Names of the named groups. */
export const groupNames = ({ source }: Regex): string[] =>
  [...source.matchAll(/\\.|\(\?<([A-Za-z_]\w*)>/gs)].flatMap(([, name]) =>
    name === undefined ? [] : [name],
  );

/** A text as a regex that matches it. */
export const literalRegex = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');

/**
 * The regex with one more group, around all of the text that it is found in; undefined where its numbered groups would
 * be counted otherwise by that.
 */
export function captureWhole(regex: Regex, name: string): Regex | undefined {
  const { source, ignoreCase } = regex;
  if (!source.startsWith('^') || hasTopLevelBar(source)) return undefined;
  const end = /(?<!\\)\(?\.\*\)?\$?$|\(\.\*\$\)$|\$$/.exec(source);
  const isOpen = end === null || end[0] !== '$';
  const body = withoutNumbers(source.slice(1, end?.index ?? source.length));
  return { source: `^(?<${name}>${body}${isOpen ? '.*' : ''})$`, ignoreCase };
}
