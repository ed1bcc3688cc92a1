import type { AuthorMatch, AuthorRule, AuthorStatus } from '../../read/author';
import { Refusal } from '../report';
import { asSent, type SourceUrl, sourceOf } from '../urls';
import type { RedirectLine } from './tokens';

const redirects = [301, 302, 303, 307, 308];
const ends = [404, 410, 451, 503];

/** The rule of a line, for `host` where the line names none; throws a refusal where the language has no words. */
export function ruleOf(redirect: RedirectLine, host: string): { source: SourceUrl; rule: AuthorRule } {
  const refuse = (why: string): never => {
    throw new Refusal(redirect.line, redirect.text, why);
  };
  const source = sourceOf(redirect.from);
  if (typeof source === 'string') return refuse(source);
  if (source.query !== undefined) return refuse('parameters stand behind the path, as in /a id=:id /b');
  if (/\*./.test(source.path)) return refuse('a * stands for the rest of a path, so it must be the last');
  if (redirect.extra.length > 0) return refuse(`nothing is known of ${redirect.extra.join(' ')}`);
  if (redirect.to === undefined) return refuse('it has no destination, a path or a URL');
  const country = countryOf(redirect, refuse);
  const status = statusOf(redirect, refuse);
  const isAny = source.path === '/*';
  // `/* https://new/:splat` takes a whole host along; the language has a word for it.
  const along = isAny ? /^([^?#]*\/):splat$/.exec(redirect.to)?.[1] : undefined;
  const usesSplat = along === undefined && redirect.to.includes(':splat');
  const match = matchOf(isAny && !usesSplat ? undefined : source.path, redirect, country);
  const base = match === undefined ? {} : { Match: match };
  if (ends.includes(status)) return { source, rule: { ...base, Status: status } };
  const to = targetOf(redirect, along ?? redirect.to, source.host ?? host, refuse);
  const keeps = along === undefined ? {} : { Path: 'Keep' as const };
  return { source, rule: { ...base, To: to, ...(status !== 301 && { Status: status }), ...keeps } };
}

function statusOf({ status = '301' }: RedirectLine, refuse: (why: string) => never): AuthorStatus {
  const code = Number(/^(\d{3})!?$/.exec(status)?.[1]);
  if (redirects.includes(code) || ends.includes(code)) return code as AuthorStatus;
  if (code === 200) return refuse('200 fetches the page from elsewhere; redirect rules only answer');
  return refuse(`${status} is no status of a redirect (${redirects.join(', ')}) or end (${ends.join(', ')})`);
}

function countryOf({ conditions }: RedirectLine, refuse: (why: string) => never): string[] | undefined {
  const [unknown] = [...conditions.keys()].filter((name) => name !== 'country');
  if (unknown !== undefined) return refuse(`rules do not look at the ${unknown} of a request`);
  const country = conditions.get('country');
  if (country === undefined) return undefined;
  const codes = country.toUpperCase().split(',');
  if (codes.every((code) => /^[A-Z]{2}$/.test(code))) return codes;
  return refuse(`${country} is no list of two-letter countries`);
}

function matchOf(path: string | undefined, { query }: RedirectLine, country?: string[]): AuthorRule['Match'] {
  if (query.size === 0 && country === undefined) return path;
  const asked = [...query].map(([name, value]): [string, string | { Regex: string }] => [
    name,
    value.startsWith(':') ? { Regex: '.' } : asSent(value),
  ]);
  const match: AuthorMatch = {
    ...(path !== undefined && { Path: path }),
    ...(asked.length > 0 && { Query: Object.fromEntries(asked) }),
    ...(country !== undefined && { Country: country }),
  };
  return match;
}

/** A path is one of the same host; `:id` of a parameter is `${query.id}` here. */
function targetOf(
  { query, from }: RedirectLine,
  to: string,
  host: string,
  refuse: (why: string) => never,
): string {
  const absolute = to.startsWith('/') ? `https://${host}${to}` : to;
  const pathNames = new Set([...from.matchAll(/\/:(\w+)/g)].map(([, name]) => name));
  const parameters = new Map(
    [...query].flatMap(([name, value]) => (value.startsWith(':') ? [[value.slice(1), name]] : [])),
  );
  return asSentTemplate(absolute).replace(/(?<!^https?):([A-Za-z_]\w*)/g, (capture, name: string) => {
    if (pathNames.has(name) || (name === 'splat' && from.endsWith('*'))) return capture;
    const parameter = parameters.get(name);
    if (parameter !== undefined) return `\${query.${parameter}}`;
    return refuse(`${capture} in the destination is captured nowhere`);
  });
}

const asSentTemplate = (to: string): string => asSent(to.replaceAll('$', '$$$$'));
