import { parseRegex } from '../evaluate/regex/parse';
import type { Match, Regex } from '../model/rule-set';
import { type Fill, sampleOf } from './sample';

/** Where the words for segments begin differs by variant, so that rules which ask for some words get others too. */
const segments = ['page', 'news', '7', 'some-page', 'a', 'Item_7', '2024'];
const rests = ['page', 'news/today', '', 'a/b/c', 'x.html', '7'];
const anyPaths = ['/', '/page', '/news/today', '/a%20b', '/x.html', '/7'];

/** A path that the match may take, as a viewer sends it; a regex on path and query may bring a query along. */
export function pathOf(match: Match, variant: number, fill: Fill = () => undefined): string {
  const { path } = match;
  switch (path.kind) {
    case 'any':
      return anyPaths[variant % anyPaths.length]!;
    case 'exact':
      return sent(varied(path.path, match, variant), match);
    case 'pattern':
      return sent(patternPath(path.pattern, variant, fill), match);
    case 'regex': {
      const text = regexText(path.regex, variant, fill);
      const rooted = text.startsWith('/') ? text : `/${text}`;
      return path.on === 'uri' ? rooted : sent(rooted, match);
    }
  }
}

export const regexText = (regex: Regex, variant: number, fill?: Fill): string =>
  sampleOf(parseRegex(regex.source).tree, variant, fill);

/** The path itself, and later what the match takes for the same. */
function varied(path: string, { ignoreCase, ignoreTrailingSlash }: Match, variant: number): string {
  const cased = ignoreCase && variant % 4 >= 2 ? path.toUpperCase() : path;
  if (!ignoreTrailingSlash || variant % 2 === 0 || path === '/') return cased;
  return cased.endsWith('/') ? cased.slice(0, -1) : `${cased}/`;
}

function patternPath(pattern: string, variant: number, fill: Fill): string {
  let number = 0;
  return pattern.replace(/(?<=\/):([A-Za-z_]\w*)(?=\/|$)|\*$/g, (_, name: string | undefined) => {
    number += 1;
    const given = fill({ number, name: name ?? 'splat' });
    if (given !== undefined) return given;
    const texts = name === undefined ? rests : segments;
    return texts[(variant + number - 1) % texts.length]!;
  });
}

/**
 * With the encoding of nginx a match speaks of the decoded path, so what would be read otherwise goes encoded; else of
 * what is sent, where nothing is to be added.
 */
function sent(path: string, { encoding }: Match): string {
  if (encoding === 'raw') return path;
  return path.replace(/[^\x21-\x7e]+|[%?#]/g, (text) => encodeURIComponent(text));
}
