import { Refusal, type Reporter } from '../report';
import { type Directive, wordsOf } from './directives';
import { parseHsts } from './hsts';
import type { AddedHeader } from './server';
import { variablesOf } from './template';

/** `add_header name value [always]`. */
export function readHeader({ args, line }: Directive): AddedHeader {
  const [name, value, flag] = args;
  const what = `add_header ${args.join(' ')}`;
  if (name === undefined || value === undefined || args.length > 3 || (flag ?? 'always') !== 'always')
    throw new Refusal(line, what, 'it must be a name, a value and perhaps "always"');
  const [variable] = variablesOf(value);
  if (variable !== undefined)
    throw new Refusal(line, what, `a header cannot carry the variable $${variable}; write a fixed value`);
  if (/^strict-transport-security$/i.test(name) && parseHsts(value) === undefined)
    throw new Refusal(line, what, 'it has no max-age, so no browser takes it');
  return { line, name, value, always: flag === 'always' };
}

/**
 * Headers of one level. nginx sends a name that stands twice twice; a rule has one value for a name, so the second is
 * refused.
 */
export function readHeaders(directives: readonly Directive[], report: Reporter): AddedHeader[] | undefined {
  const added = directives.filter(({ name }) => name === 'add_header');
  const byName = new Map<string, AddedHeader>();
  for (const directive of added) {
    try {
      const header = readHeader(directive);
      if (byName.has(header.name.toLowerCase()))
        throw new Refusal(
          header.line,
          `add_header ${header.name}`,
          'a rule has one value for a header; join them',
        );
      byName.set(header.name.toLowerCase(), header);
      report.converted(header.line, wordsOf(directive), 'a header of answers', directive.lastLine);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      report.refusedWith(error, directive, wordsOf(directive));
    }
  }
  return added.length === 0 ? undefined : [...byName.values()];
}

/** Answers that carry a header without `always` (ngx_http_headers_filter). */
const safeStatuses: ReadonlySet<number> = new Set([200, 201, 204, 206, 301, 302, 303, 304, 307, 308]);

/** The headers that nginx sends with this status; one without a value is not sent. */
export const sentHeaders = (headers: readonly AddedHeader[], status: number): AddedHeader[] =>
  headers.filter(({ value, always }) => value !== '' && (always || safeStatuses.has(status)));
