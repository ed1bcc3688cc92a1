import { complaintOf } from '../complaint';
import { type Imported, Refusal, Reporter } from '../report';
import { placeholderHost } from '../urls';
import { bulkListColumns, type Column, headerOf } from './columns';
import { recordsOf } from './records';
import { type Redirect, redirectOf } from './redirect';
import { rulesOf } from './rule';
import { copiesOf, sitesOf } from './sites';

export interface CsvOptions {
  /** Of sources that are paths. */
  readonly host?: string;
}

/**
 * A list of redirects as Cloudflare's bulk lists are written: source, target, status, preserve query string, include
 * subdomains, subpath matching, preserve path suffix; all but the first two may be missing. A header may name them in
 * another order.
 */
export function importCsv(text: string, _file: string, options: CsvOptions = {}): Imported {
  const reporter = new Reporter();
  const host = options.host ?? placeholderHost;
  const redirects = new Map<string, Redirect>();
  let columns: readonly (Column | undefined)[] | undefined;
  const end = text.split('\n').length;
  for (const record of recordsOf(text)) {
    if (reporter.refusesRest(record.line, end)) break;
    const header = columns === undefined ? headerOf(record.fields) : undefined;
    if (header !== undefined) {
      reporter.converted(record.line, record.fields.join(','), 'names of the columns', record.lastLine);
      reportUnknown(reporter, record.line, record.fields, header.columns);
      columns = header.columns;
      continue;
    }
    columns ??= bulkListColumns;
    try {
      const read = redirectOf(record, columns);
      const redirect = read.target.startsWith('/')
        ? { ...read, target: `https://${host}${read.target}` }
        : read;
      for (const rule of rulesOf(redirect)) {
        const complaint = complaintOf(rule, redirect.source.host ?? host);
        if (complaint !== undefined) throw new Refusal(redirect.line, redirect.text, complaint);
      }
      addOnce(redirects, redirect, host, reporter);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      reporter.refusedWith(error, record, record.fields.join(','));
    }
  }
  const list = shareable([...redirects.values()], host, reporter);
  if (options.host === undefined && list.some(({ source }) => source.host === undefined)) {
    reporter.changed(1, 'paths without a host', `they answer on ${host}: put the site's own host there`);
  }
  return {
    file: { Defaults: { Query: 'Drop' }, Sites: sitesOf(list, host) },
    report: reporter.report(),
  };
}

/** Each host below one that shares has its redirects once more; a list may ask for millions of them that way. */
const maxCopies = 500_000;

function shareable(list: readonly Redirect[], placeholder: string, reporter: Reporter): readonly Redirect[] {
  const copies = copiesOf(list, placeholder);
  if (copies <= maxCopies) return list;
  const why = `with all hosts below it that would be ${copies} rules more; list subdomains by themselves`;
  return list.filter(({ line, lastLine, text, includesSubdomains }) => {
    if (includesSubdomains) reporter.refused(line, text, why, lastLine);
    return !includesSubdomains;
  });
}

/** A source may stand in a list once; the same line twice does no harm, another target would never answer. */
function addOnce(
  redirects: Map<string, Redirect>,
  redirect: Redirect,
  placeholder: string,
  reporter: Reporter,
): void {
  const { line, lastLine, text, source } = redirect;
  const host = source.host ?? placeholder;
  const key = `${host}${source.path}?${source.query ?? ''}`;
  const first = redirects.get(key);
  if (first === undefined) {
    redirects.set(key, redirect);
    reporter.converted(line, text, `answers on ${host}`, lastLine);
    if (source.scheme === 'http')
      reporter.changed(line, text, 'the rule answers https requests as it does http');
    return;
  }
  if (answersAlike(first, redirect))
    reporter.changed(line, text, `left out: it says what line ${first.line} says`, lastLine);
  else reporter.refused(line, text, `line ${first.line} redirects the same source elsewhere`, lastLine);
}

const answersAlike = (one: Redirect, other: Redirect): boolean =>
  one.target === other.target &&
  one.status === other.status &&
  one.preservesQuery === other.preservesQuery &&
  one.includesSubdomains === other.includesSubdomains &&
  one.matchesSubpaths === other.matchesSubpaths &&
  one.preservesSuffix === other.preservesSuffix;

function reportUnknown(
  reporter: Reporter,
  line: number,
  fields: readonly string[],
  columns: readonly (Column | undefined)[],
): void {
  fields.forEach((field, place) => {
    if (columns[place] !== undefined || field === '') return;
    reporter.refused(line, field, 'nothing is known of this column: its values are not in the rules');
  });
}
