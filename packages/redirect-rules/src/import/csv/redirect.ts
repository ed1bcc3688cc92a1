import type { AuthorRedirectStatus } from '../../read/author';
import { type Lines, Refusal } from '../report';
import { asSent, type SourceUrl, sourceOf } from '../urls';
import type { Column } from './columns';
import type { CsvRecord } from './records';

/** One line of a list. */
export interface Redirect extends Lines {
  readonly text: string;
  readonly source: SourceUrl;
  readonly target: string;
  readonly status: AuthorRedirectStatus;
  readonly preservesQuery: boolean;
  readonly includesSubdomains: boolean;
  readonly matchesSubpaths: boolean;
  readonly preservesSuffix: boolean;
  readonly note?: string;
}

const statuses: readonly number[] = [301, 302, 303, 307, 308] satisfies AuthorRedirectStatus[];
const yes = new Set(['true', '1', 'yes']);
const no = new Set(['false', '0', 'no']);

/** Throws a refusal for what is no redirect. */
export function redirectOf(record: CsvRecord, columns: readonly (Column | undefined)[]): Redirect {
  const { line, lastLine, fields } = record;
  const text = fields.join(',');
  const refuse = (why: string): never => {
    throw new Refusal(line, text, why);
  };
  if (record.problem !== undefined) return refuse(record.problem);
  const extra = fields.slice(columns.length).find((field) => field !== '');
  if (extra !== undefined) return refuse(`nothing is known of a column ${columns.length + 1}, ${extra}`);
  const at = (column: Column): string => fields[columns.indexOf(column)] ?? '';
  const flag = (column: Column, absent: boolean): boolean => {
    const value = at(column).toLowerCase();
    if (value === '') return absent;
    return yes.has(value) || (no.has(value) ? false : refuse(`${at(column)} is neither TRUE nor FALSE`));
  };
  const source = sourceOf(at('source'));
  if (typeof source === 'string') return refuse(source);
  const note = at('note');
  return {
    line,
    lastLine,
    text,
    source,
    target: targetOf(at('target'), source.host, refuse),
    status: statusOf(at('status'), refuse),
    preservesQuery: flag('preserveQuery', false),
    includesSubdomains: flag('includeSubdomains', false),
    matchesSubpaths: flag('subpathMatching', false),
    preservesSuffix: flag('preserveSuffix', true),
    ...(note !== '' && { note }),
  };
}

function statusOf(text: string, refuse: (why: string) => never): AuthorRedirectStatus {
  const status = text === '' ? 301 : Number(text);
  return statuses.includes(status)
    ? (status as AuthorRedirectStatus)
    : refuse(`${text} is no status of a redirect: ${statuses.join(', ')}`);
}

/** A path stays on the source's host; a host without scheme is reached by https. */
function targetOf(text: string, host: string | undefined, refuse: (why: string) => never): string {
  if (text === '') return refuse('it has no target');
  if (text.startsWith('//')) return refuse('a target that begins with // leaves the scheme open');
  if (text.startsWith('/')) return `${host === undefined ? '' : `https://${host}`}${asSent(text)}`;
  const absolute =
    /^[a-z][a-z0-9+.-]*:/i.test(text) && !/^[^/]+:\d+(\/|$)/.test(text) ? text : `https://${text}`;
  if (!/^https?:\/\//i.test(absolute)) return refuse('a target is reached by http or https');
  return URL.canParse(absolute) ? asSent(absolute) : refuse(`${text} is no URL`);
}
