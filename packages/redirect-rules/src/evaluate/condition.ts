import type { Match, PathMatch, Regex, Rule, TextMatch } from '../model/rule-set';
import { patternOf } from './pattern';
import { type Portable, portable } from './regex/portable';
import { asSent, bytesOf, lowerCase, withoutTrailingSlash } from './text';

/** The form of the request's path that is looked at. */
export interface Subject {
  readonly of: 'path' | 'decoded' | 'uri';
  readonly ignoreCase: boolean;
  readonly ignoreTrailingSlash: boolean;
}

const forms = ['path', 'decoded', 'uri'] as const;
const eitherWay = [false, true] as const;
const subjects: readonly Subject[] = forms.flatMap((of) =>
  eitherWay.flatMap((ignoreCase) =>
    eitherWay.map((ignoreTrailingSlash) => ({ of, ignoreCase, ignoreTrailingSlash })),
  ),
);

/** One object for equal subjects: rules of a long list have the same few. */
export const subjectOf = (of: Subject['of'], ignoreCase: boolean, ignoreTrailingSlash: boolean): Subject =>
  subjects[forms.indexOf(of) * 4 + Number(ignoreCase) * 2 + Number(ignoreTrailingSlash)]!;

/** One thing that must hold, in the terms of matching. Those that capture come first, the path's before the query's. */
export type Condition =
  | { readonly kind: 'exact'; readonly subject: Subject; readonly path: string }
  /** Captures what follows. */
  | { readonly kind: 'prefix'; readonly subject: Subject; readonly prefix: string }
  | { readonly kind: 'regex'; readonly subject: Subject; readonly regex: Portable }
  | { readonly kind: 'query'; readonly regex: Portable }
  | { readonly kind: 'parameter'; readonly name: string; readonly regex: Portable }
  | { readonly kind: 'value'; readonly name: string; readonly text: string }
  | { readonly kind: 'country'; readonly countries: readonly string[] }
  | { readonly kind: 'from'; readonly time: number }
  | { readonly kind: 'until'; readonly time: number };

/**
 * A rule's match as a list of conditions. What the model leaves open: of a parameter's several values the first counts;
 * `ignoreTrailingSlash` is for exact paths and patterns (a regex says itself what may end it); what an author writes
 * above ASCII means its UTF-8, percent-encoded where the path is matched as it was sent; with the encoding of nginx a
 * request that nginx would refuse (a broken escape, `%00`, a way above the root) matches no path.
 * @throws RegexProblem
 */
export function conditionsOf(rule: Rule): Condition[] {
  const { match } = rule;
  const conditions = pathCondition(match.path, match);
  if (match.uriRegex) conditions.push(uriCondition(match.uriRegex));
  if (match.queryRegex) conditions.push({ kind: 'query', regex: portable(match.queryRegex, 'sent') });
  if (match.query) conditions.push(...parameterConditions(match.query));
  if (match.country) conditions.push({ kind: 'country', countries: match.country });
  if (rule.notBefore !== undefined) conditions.push({ kind: 'from', time: rule.notBefore });
  if (rule.expires !== undefined) conditions.push({ kind: 'until', time: rule.expires });
  return conditions;
}

/** By name, so that captures have an order. */
const parameterConditions = (query: Readonly<Record<string, TextMatch>>): Condition[] =>
  Object.entries(query)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, text]) =>
      text.kind === 'text'
        ? { kind: 'value', name: asSent(name), text: asSent(text.text) }
        : { kind: 'parameter', name: asSent(name), regex: portable(text.regex, 'sent') },
    );

function pathCondition(path: PathMatch, match: Match): Condition[] {
  const { ignoreCase, ignoreTrailingSlash } = match;
  const subject = subjectOf(match.encoding === 'nginx' ? 'decoded' : 'path', ignoreCase, ignoreTrailingSlash);
  switch (path.kind) {
    case 'any':
      return [];
    case 'exact':
      return [{ kind: 'exact', subject, path: normalized(literalOf(path.path, subject), subject) }];
    case 'pattern':
      return [patternOf(path.pattern, subject)];
    case 'regex': {
      const on = subjectOf(path.on === 'uri' ? 'uri' : subject.of, ignoreCase, false);
      const regex = { ...path.regex, ignoreCase: path.regex.ignoreCase || ignoreCase };
      return [{ kind: 'regex', subject: on, regex: portable(regex, on.of === 'decoded' ? 'bytes' : 'sent') }];
    }
  }
}

/** Case is as the regex says, which it is for that of the query too. */
const uriCondition = (regex: Regex): Condition => ({
  kind: 'regex',
  subject: subjectOf('uri', false, false),
  regex: portable(regex, 'sent'),
});

/** An author's text in the form of the subject. */
export const literalOf = (text: string, subject: Subject): string =>
  subject.of === 'decoded' ? bytesOf(text) : asSent(text);

/** What is one to the subject becomes one text. */
export function normalized(path: string, { ignoreCase, ignoreTrailingSlash }: Subject): string {
  const cased = ignoreCase ? lowerCase(path) : path;
  return ignoreTrailingSlash ? withoutTrailingSlash(cased) : cased;
}

/** How many captures a condition gives. */
export function captureCount(condition: Condition): number {
  switch (condition.kind) {
    case 'prefix':
      return 1;
    case 'regex':
    case 'query':
    case 'parameter':
      return condition.regex.captures.length;
    default:
      return 0;
  }
}
