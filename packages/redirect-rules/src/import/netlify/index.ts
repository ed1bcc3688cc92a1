import type { AuthorRule, AuthorSite } from '../../read/author';
import { complaintOf } from '../complaint';
import { type Imported, Refusal, Reporter } from '../report';
import { placeholderHost } from '../urls';
import { ruleOf } from './rule';
import { type RedirectLine, readLine } from './tokens';

export interface NetlifyOptions {
  /** Of rules that begin with a path. */
  readonly host?: string;
}

/**
 * Netlify's `_redirects`: `from [name=value] to [status[!]] [Country=..]`. The first line that matches answers there as
 * here. Rules there pass the query on and take `/a` and `/a/` for one, so the defaults say that.
 */
export function importNetlify(text: string, _file: string, options: NetlifyOptions = {}): Imported {
  const reporter = new Reporter();
  const sites = new Map<string, AuthorRule[]>();
  let comment: string[] = [];
  const host = options.host ?? placeholderHost;
  const lines = linesOf(text);
  for (const [place, source] of lines.entries()) {
    if (reporter.refusesRest(place + 1, lines.length)) break;
    const read = readLine(source, place + 1);
    if (read === undefined) continue;
    if (!('from' in read)) {
      comment.push(read.comment);
      continue;
    }
    try {
      const made = ruleOf(read, host);
      const complaint = complaintOf(made.rule, made.source.host ?? host);
      if (complaint !== undefined) throw new Refusal(read.line, read.text, complaint);
      const comments = [...comment, ...(read.comment === undefined ? [] : [read.comment])];
      const above = comments.length === 0 ? {} : { comment: comments.join('\n') };
      addTo(sites, made.source.host ?? host, { ...made.rule, ...above });
      const status = read.status === undefined ? ' with 301, as on Netlify; Cloudflare would say 302' : '';
      reporter.converted(read.line, read.text, `answers on ${made.source.host ?? host}${status}`);
      reportChanges(reporter, read, made.source.scheme, made.rule);
      comment = [];
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      reporter.refused(error.line, error.what, error.why);
      comment.push(`Not imported, line ${error.line}: ${error.what}`);
    }
  }
  if (options.host === undefined && sites.has(host)) {
    reporter.changed(1, 'paths without a host', `they answer on ${host}: put the site's own host there`);
  }
  if (sites.has(host) && sites.size > 1) {
    reporter.changed(1, 'paths without a host', `they answer on ${host} and no longer on the other hosts`);
  }
  return {
    file: {
      Defaults: { Query: 'Keep', TrailingSlash: 'Ignore' },
      Sites: [...sites].map(([name, rules]): AuthorSite => ({ Hosts: [name], Rules: rules })),
      ...(comment.length > 0 && { comment: comment.join('\n') }),
    },
    report: reporter.report(),
  };
}

/** Without a byte order mark; a last line may lack its end. */
export const linesOf = (text: string): string[] => text.replace(/^\ufeff/, '').split(/\r\n|\r|\n/);

function addTo(sites: Map<string, AuthorRule[]>, host: string, rule: AuthorRule): void {
  const rules = sites.get(host);
  if (rules === undefined) sites.set(host, [rule]);
  else rules.push(rule);
}

function reportChanges(
  reporter: Reporter,
  { line, text, query }: RedirectLine,
  scheme: string | undefined,
  rule: AuthorRule,
): void {
  const changed = (why: string): void => reporter.changed(line, text, why);
  if (scheme === 'http') changed('the rule answers https requests as it does http');
  if (rule.To === undefined) changed(`the ${rule.Status} has no page: write its text as Body`);
  else if (query.size > 0)
    changed('the query is passed on with what was matched: write Query: Drop if it should not be');
}
