import type { Match, Outcome, PathMatch, Regex, TextMatch } from '@cutover/redirect-rules';

/** What a rule matches, in one line. */
export const matchInWords = (match: Match): string =>
  [pathInWords(match.path), ...conditionsInWords(match).map(({ says }) => says)].join(', ');

export function pathInWords(path: PathMatch): string {
  switch (path.kind) {
    case 'any':
      return 'any path';
    case 'exact':
      return path.path;
    case 'pattern':
      return path.pattern;
    case 'regex':
      return `${path.on === 'uri' ? 'path and query' : 'path'} ~ ${regexInWords(path.regex)}`;
  }
}

export interface ConditionInWords {
  readonly says: string;
  /** The match with nothing else in it. */
  readonly alone: Partial<Match>;
}

/** Beside the path. */
export function conditionsInWords({ query, queryRegex, uriRegex, country }: Match): ConditionInWords[] {
  return [
    ...Object.entries(query ?? {}).map(([name, text]) => ({
      says: `query ${name} ${textInWords(text)}`,
      alone: { query: { [name]: text } },
    })),
    ...(queryRegex ? [{ says: `query ~ ${regexInWords(queryRegex)}`, alone: { queryRegex } }] : []),
    ...(uriRegex ? [{ says: `path and query ~ ${regexInWords(uriRegex)}`, alone: { uriRegex } }] : []),
    ...(country ? [{ says: `from ${country.join(', ')}`, alone: { country } }] : []),
  ];
}

const regexInWords = ({ source, ignoreCase }: Regex): string => `${ignoreCase ? '(?i)' : ''}${source}`;

const textInWords = (text: TextMatch): string =>
  text.kind === 'text' ? `= ${text.text}` : `~ ${regexInWords(text.regex)}`;

/** What a rule answers, in one line. */
export function outcomeInWords({ status, target, body }: Outcome): string {
  if (target === undefined) return body === undefined ? String(status) : `${status} with a body`;
  const carried = [
    ...(target.path === 'keep' ? ['its path'] : []),
    ...(target.query === 'keep' ? ['its query'] : []),
    ...(target.query === 'merge' ? ['what is new of its query'] : []),
  ];
  return `${status} ${target.url}${carried.length > 0 ? `, with ${carried.join(' and ')}` : ''}`;
}
