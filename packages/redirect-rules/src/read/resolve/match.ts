import type { Match, PathMatch, Regex, TextMatch } from '../../model/rule-set';
import type { AuthorMatch, AuthorRule } from '../author';
import { type EffectiveDefaults, longMatch } from '../defaults';
import { type Report, shown } from '../problem';
import { Complaint } from './complaint';
import { pathOf } from './path';
import { regexOf } from './regex';

/** The match of a rule, written out; what is wrong in it is reported, and the match is then of no use. */
export function resolveMatch(rule: AuthorRule, defaults: EffectiveDefaults, report: Report): Match {
  const match = longMatch(rule.Match);
  const ignoreCase = match.IgnoreCase ?? defaults.Case === 'Ignore';
  return {
    path: resolvePath(rule, match, ignoreCase, report),
    ...(Object.keys(match.Query ?? {}).length > 0 && { query: resolveQuery(match.Query!, report) }),
    ...(match.QueryRegex !== undefined && { queryRegex: resolveRegex(match, 'QueryRegex', false, report) }),
    ...(match.UriRegex !== undefined && { uriRegex: resolveRegex(match, 'UriRegex', false, report) }),
    ...(match.Country !== undefined && { country: resolveCountries(match.Country, report) }),
    ignoreCase,
    ignoreTrailingSlash: match.IgnoreTrailingSlash ?? defaults.TrailingSlash === 'Ignore',
    encoding: (rule.Encoding ?? defaults.Encoding) === 'Nginx' ? 'nginx' : 'raw',
  };
}

const any: PathMatch = { kind: 'any' };

function resolvePath(rule: AuthorRule, match: AuthorMatch, ignoreCase: boolean, report: Report): PathMatch {
  if (match.Path !== undefined && match.Regex !== undefined)
    report.ofKey(match, 'Regex', 'A match has Path and Regex.', 'Keep one; a Regex can say both.');
  if (match.On !== undefined && match.Regex === undefined)
    report.ofKey(match, 'On', 'On says what Regex looks at, and there is no Regex.', 'Remove On.');
  if (match.Regex !== undefined) {
    const regex = resolveRegex(match, 'Regex', ignoreCase, report);
    return { kind: 'regex', regex, on: match.On === 'Uri' ? 'uri' : 'path' };
  }
  if (match.Path === undefined) return any;
  const path = pathOf(match.Path);
  if (!(path instanceof Complaint)) return path;
  const [container, key] = typeof rule.Match === 'string' ? [rule, 'Match'] : [match, 'Path'];
  report.ofValue(container, key, path.what, path.instead);
  return any;
}

function resolveRegex<K extends string>(
  container: Readonly<Partial<Record<K, string>>>,
  key: K,
  ignoreCase: boolean,
  report: Report,
): Regex {
  const source = container[key] ?? '';
  const regex = regexOf(source, ignoreCase);
  if (!(regex instanceof Complaint)) return regex;
  report.ofValue(container, key, regex.what, regex.instead);
  return { source, ignoreCase };
}

function resolveQuery(query: NonNullable<AuthorMatch['Query']>, report: Report): Record<string, TextMatch> {
  const entries = Object.entries(query).map(([name, value]): [string, TextMatch] => {
    if (/[=&?#]/.test(name) || name === '')
      report.ofKey(
        query,
        name,
        `${shown(name)} is no name of a parameter.`,
        'Write the name alone, as it is sent.',
      );
    if (typeof value === 'string') return [name, { kind: 'text', text: value }];
    return [name, { kind: 'regex', regex: resolveRegex(value, 'Regex', false, report) }];
  });
  return Object.fromEntries(entries);
}

function resolveCountries(countries: readonly string[], report: Report): readonly string[] {
  for (const [place, country] of countries.entries()) {
    if (country.toUpperCase() === 'UK')
      report.ofValue(countries, place, `${country} is no country code.`, 'Write GB.');
    else if (!/^[A-Z]{2}$/.test(country))
      report.ofValue(
        countries,
        place,
        `${shown(country)} is no country code.`,
        /^[a-z]{2}$/i.test(country) ? `Write ${country.toUpperCase()}.` : 'Write two capitals: DE, US.',
      );
  }
  return countries;
}
