import type { Regex } from '../../model/rule-set';
import type { AuthorMatch, AuthorStatus } from '../../read/author';
import { Refusal } from '../report';
import type { Candidate, Context } from './candidates';
import type { Condition } from './condition';
import { type Matching, matchOf } from './match';
import { sentHeaders } from './read-headers';
import { captureWhole, matchesEveryPath } from './regex';
import type { AddedHeader, ReturnStep, RewriteStep } from './server';
import { type RawTarget, rawTarget, usedBy } from './target';
import { parseTemplate } from './template';

/** A rule whose headers are all its own, before a file's defaults take what rules have in common. */
export interface PlainRule {
  readonly line: number;
  readonly comment?: string;
  readonly match: AuthorMatch;
  readonly to?: { readonly url: string; readonly path: 'Keep' | 'Drop'; readonly query: 'Keep' | 'Drop' };
  readonly status: AuthorStatus;
  readonly body?: string;
  readonly headers: readonly AddedHeader[];
  /** Absent: it answers alike in both. */
  readonly encoding?: 'Raw' | 'Nginx';
}

const redirects: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);
const ends: ReadonlySet<number> = new Set([200, 404, 410, 451, 503]);

/** The rule that a candidate comes to; undefined where no request gets to it. */
export function ruleOf(candidate: Candidate, context: Context): PlainRule | undefined {
  const { action, line, lastLine, comments } = candidate;
  const comment = comments.length === 0 ? {} : { comment: comments.join('\n') };
  const rule =
    action.kind === 'files' || (action.kind === 'return' && !redirects.has(action.status))
      ? endRule(candidate, action, context)
      : redirectRule(candidate, action, context);
  const what = action.kind === 'files' ? 'location' : [action.kind, textOf(action)].join(' ');
  if (rule === undefined) {
    const why = 'left out: no path meets both its location and its conditions';
    context.report.changed(line, what, why, lastLine);
    return undefined;
  }
  context.report.converted(line, what, 'a rule', lastLine);
  return { line, ...comment, ...rule };
}

const textOf = (action: ReturnStep | RewriteStep): string =>
  action.kind === 'return' ? (action.text ?? `${action.status}`) : action.target;

type Bare = Omit<PlainRule, 'line' | 'comment'>;

function endRule(
  { conditions, headers, line }: Candidate,
  action: Candidate['action'],
  context: Context,
): Bare | undefined {
  const status = action.kind === 'return' ? action.status : 404;
  if (!ends.has(status))
    throw new Refusal(line, `return ${status}`, 'a rule ends with 200, 404, 410, 451 or 503');
  // A page of 200 without a text is an empty one; those of errors are nginx's own, which nobody needs.
  const body = action.kind === 'return' ? (action.text ?? (status === 200 ? '' : undefined)) : undefined;
  if (body !== undefined && parseTemplate(body).some(({ kind }) => kind === 'variable'))
    throw new Refusal(line, `return ${status} ${body}`, 'a body is the same for all requests');
  const matching = matchOf(conditions, new Set(), line);
  if (matching === undefined) return undefined;
  if (action.kind === 'files')
    context.report.changed(
      line,
      'location',
      'nginx looks for a file where nothing in it answers; the rule says 404',
    );
  return {
    match: matching.match,
    status: status as AuthorStatus,
    ...(body === undefined ? {} : { body }),
    headers: sentHeaders(headers, status),
    ...(matching.isPathAsked ? { encoding: 'Nginx' as const } : {}),
  };
}

function redirectRule(
  candidate: Candidate,
  action: ReturnStep | RewriteStep,
  context: Context,
): Bare | undefined {
  const { conditions, headers, known, line } = candidate;
  const target = rawTarget(action, known, context.host);
  const used = usedBy(target);
  const matching = matchOf(withWholes(conditions, used, line), used, line);
  if (matching === undefined) return undefined;
  reportParameters([...Object.keys(matching.match.Query ?? {}), ...parametersOf(used)], line, context);
  const url = target.parts
    .map((part, place) => written(part, target.parts[place + 1], matching, line))
    .join('');
  report(candidate, action, target, matching, context);
  return {
    match: matching.match,
    to: { url, path: target.keepsPath ? 'Keep' : 'Drop', query: target.keepsQuery ? 'Keep' : 'Drop' },
    status: action.status as AuthorStatus,
    headers: sentHeaders(headers, action.status),
    ...encodingOf(action, target, matching),
  };
}

const parametersOf = (used: ReadonlySet<string>): string[] =>
  [...used].flatMap((name) => /^arg_(\w+)$/.exec(name)?.[1] ?? []);

function reportParameters(names: readonly string[], line: number, { report: reporter }: Context): void {
  for (const name of new Set(names))
    reporter.changed(
      line,
      `$arg_${name}`,
      `nginx takes "${name.toUpperCase()}" too; the rule minds case in names`,
    );
}

/** Variables of nginx that are all of the path, of the query, or of both. */
const wholes: Readonly<Record<string, Condition['kind'] & ('path' | 'uri' | 'query')>> = {
  uri: 'path',
  document_uri: 'path',
  request_uri: 'uri',
  args: 'query',
  query_string: 'query',
};

/** Adds a group of that name around the regex that looks at it, or a regex of its own. */
function withWholes(conditions: readonly Condition[], used: ReadonlySet<string>, line: number): Condition[] {
  const all = [...conditions];
  for (const name of used) {
    const kind = wholes[name];
    if (kind === undefined) continue;
    const at = all.findIndex((condition) => condition.kind === kind);
    const asked = all[at];
    if (asked !== undefined && 'regex' in asked) {
      all[at] = { kind, regex: wholeRegex(asked.regex, name, used, line) };
    } else {
      all.push({ kind, regex: { source: `^(?<${name}>.*)$`, ignoreCase: false } });
    }
  }
  return all;
}

function wholeRegex(regex: Regex, name: string, used: ReadonlySet<string>, line: number): Regex {
  const hasNumbers = [...used].some((other) => /^\d$/.test(other));
  const whole = hasNumbers ? undefined : captureWhole(regex, name);
  if (whole !== undefined) return whole;
  const why = `the regex "${regex.source}" beside it cannot capture all; write it in the regex`;
  throw new Refusal(line, `$${name}`, why);
}

function written(
  part: RawTarget['parts'][number],
  next: RawTarget['parts'][number] | undefined,
  { captures }: Matching,
  line: number,
): string {
  if (part.kind === 'text') return part.text.replaceAll('$', '$$$$');
  const parameter = /^arg_(\w+)$/.exec(part.name)?.[1];
  if (parameter !== undefined) return `\${query.${parameter}}`;
  const capture = captures.get(part.name);
  if (capture === undefined) throw new Refusal(line, `$${part.name}`, 'a target cannot carry this variable');
  if ('text' in capture) return capture.text.replaceAll('$', '$$$$');
  const isFollowed = next?.kind === 'text' && /^\w/.test(next.text);
  return isFollowed ? `\${${capture.capture}}` : `$${capture.capture}`;
}

/** A rewrite decodes what it carries, a return writes `$request_uri` as it was sent, to the last question mark. */
function encodingOf(
  action: ReturnStep | RewriteStep,
  target: RawTarget,
  { isPathAsked }: Matching,
): { encoding?: 'Raw' | 'Nginx' } {
  if (isPathAsked) return { encoding: 'Nginx' };
  const carries = target.parts.some(({ kind }) => kind === 'variable');
  if (action.kind === 'rewrite') return carries || target.keepsQuery ? { encoding: 'Nginx' } : {};
  if (target.keepsPath || carries) return { encoding: 'Raw' };
  return target.keepsQuery ? { encoding: 'Nginx' } : {};
}

const isPathAny = ({ Path, Regex }: AuthorMatch): boolean => Path === undefined && Regex === undefined;

/** `^/(.*)$` is meant for every path. */
const missesLineFeeds = (condition: Condition): boolean =>
  condition.kind === 'path' && condition.regex.source.endsWith('$') && matchesEveryPath(condition.regex);

function report(
  { line, conditions }: Candidate,
  action: ReturnStep | RewriteStep,
  target: RawTarget,
  { match, arePathCaptures, captures }: Matching,
  { report: reporter }: Context,
): void {
  const text = textOf(action);
  const names = [...usedBy(target)];
  const carriesPath = arePathCaptures && names.some((name) => 'capture' in (captures.get(name) ?? {}));
  if (action.kind === 'return' && carriesPath)
    reporter.changed(
      line,
      text,
      'nginx writes captures of the decoded path as they are, line feeds too; the rule escapes them',
    );
  if (action.kind === 'rewrite' && carriesPath && names.some((name) => !/^\d$/.test(name)))
    reporter.changed(
      line,
      text,
      'nginx writes named captures of the decoded path as they are; the rule escapes them',
    );
  if (action.kind === 'rewrite' && target.keepsQuery && text.includes('#'))
    reporter.changed(
      line,
      text,
      'nginx adds the query behind the fragment, where it is lost; the rule adds it before',
    );
  if (isPathAny(match) && conditions.some(missesLineFeeds))
    reporter.changed(
      line,
      text,
      'the dot of the regex takes no line feed, so nginx misses a path with %0A; the rule takes every path',
    );
  if (/^\/|\$host|\$http_host|\$scheme/.test(text))
    reporter.changed(line, text, 'viewers come by https, so that is what the target says');
}
