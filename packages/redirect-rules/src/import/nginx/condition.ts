import type { Regex } from '../../model/rule-set';
import { Refusal } from '../report';
import { literalRegex, testRegex, translateRegex, UntranslatableRegex } from './regex';
import type { Location, MapEntry, Test } from './server';

/** What a request must be like; all conditions of a candidate must hold. */
export type Condition =
  /** Of the decoded path. */
  | { readonly kind: 'exact'; readonly path: string; readonly ignoreCase: boolean }
  | { readonly kind: 'prefix'; readonly path: string }
  | { readonly kind: 'path'; readonly regex: Regex }
  /** Of path and query as they were sent. */
  | { readonly kind: 'uri'; readonly regex: Regex }
  /** Of the query as it was sent. */
  | { readonly kind: 'query'; readonly regex: Regex }
  | { readonly kind: 'parameter'; readonly name: string; readonly value: string | Regex }
  | { readonly kind: 'country'; readonly codes: readonly string[] };

/** `true`: holds for every request of this host; `false`: for none. */
export type Asked = Condition | boolean;

/** Neither empty nor `0`, as an `if` takes a variable alone. */
const truthy: Regex = { source: '[^0]|..', ignoreCase: false };
/** The viewer's country, as CloudFront and the usual modules and proxies call it. */
const countries = /^(http_cloudfront_viewer_country|http_cf_ipcountry|geoip2?_(data_)?country(_iso)?_code)$/;
const hosts: ReadonlySet<string> = new Set(['host', 'http_host', 'server_name']);
const paths: ReadonlySet<string> = new Set(['uri', 'document_uri']);
const queries: ReadonlySet<string> = new Set(['query_string', 'args']);

export const isAboutHost = (variable: string): boolean => hosts.has(variable);

/** What a location asks of the path. */
export function locationCondition({ modifier, path, line }: Location): Condition {
  if (modifier === '=') return { kind: 'exact', path, ignoreCase: false };
  if (modifier === '' || modifier === '^~') return { kind: 'prefix', path };
  return { kind: 'path', regex: regexOf(path, modifier === '~*', line) };
}

/** What an `if` asks; `host` is the one that the rules are for, where it is known. */
export function testCondition(test: Test, line: number, host: string | undefined): Asked {
  const { variable, operator, value } = test;
  const what = `if ($${[variable, operator, value].filter(Boolean).join(' ')})`;
  if (operator?.startsWith('!') && !isAboutHost(variable) && variable !== 'scheme' && variable !== 'https')
    throw new Refusal(
      line,
      what,
      'a rule says what a request is like, not what it is unlike; write it the other way round',
    );
  if (operator === undefined) return matching(variable, truthy, line, what, host);
  if (operator.endsWith('=')) return equal(variable, value, line, what, host, operator === '=');
  const regex = regexOf(value, operator.endsWith('*'), line);
  return matching(variable, regex, line, what, host, !operator.startsWith('!'));
}

/** What an entry of a map asks of the variable that it goes by; a map's texts mind no case. */
export function entryCondition(source: string, entry: MapEntry, host: string | undefined): Asked {
  const { key, line } = entry;
  const what = `map $${source}`;
  if (key.kind === 'regex')
    return matching(source, regexOf(key.pcre, key.ignoreCase, line), line, what, host);
  if (paths.has(source)) return { kind: 'exact', path: key.text, ignoreCase: hasLetters(key.text) };
  if (isAboutHost(source)) return matching(source, whole(key.text), line, what, host);
  if (countries.test(source)) return { kind: 'country', codes: [key.text.toUpperCase()] };
  return matching(source, whole(key.text), line, what, host);
}

const hasLetters = (text: string): boolean => /[a-z]/i.test(text);
const whole = (text: string): Regex => ({ source: `^${literalRegex(text)}$`, ignoreCase: hasLetters(text) });

function equal(
  variable: string,
  value: string,
  line: number,
  what: string,
  host: string | undefined,
  isEqual: boolean,
): Asked {
  if (value.includes('$')) throw new Refusal(line, what, 'it compares two variables');
  if (paths.has(variable)) return { kind: 'exact', path: value, ignoreCase: false };
  const parameter = /^arg_(\w+)$/.exec(variable)?.[1];
  if (parameter !== undefined && value !== '') return { kind: 'parameter', name: parameter, value };
  if (parameter !== undefined)
    throw new Refusal(
      line,
      what,
      'a rule cannot ask for a parameter that is absent; put the rules for its values first',
    );
  if (countries.test(variable)) return { kind: 'country', codes: [value] };
  const regex: Regex = { source: `^${literalRegex(value)}$`, ignoreCase: false };
  return matching(variable, regex, line, what, host, isEqual);
}

function matching(
  variable: string,
  regex: Regex,
  line: number,
  what: string,
  host: string | undefined,
  isMatching = true,
): Asked {
  if (isAboutHost(variable)) {
    if (host === undefined) throw new Refusal(line, what, 'it goes by a host, and *.names stand for many');
    return (testRegex(regex, host) !== null) === isMatching;
  }
  // Viewers come by https alone: the distribution sends the others there before it asks for rules.
  if (variable === 'scheme') return (testRegex(regex, 'https') !== null) === isMatching;
  if (variable === 'https') return (testRegex(regex, 'on') !== null) === isMatching;
  if (paths.has(variable)) return { kind: 'path', regex };
  if (variable === 'request_uri') return { kind: 'uri', regex };
  if (queries.has(variable)) return { kind: 'query', regex };
  const parameter = /^arg_(\w+)$/.exec(variable)?.[1];
  if (parameter !== undefined) return { kind: 'parameter', name: parameter, value: regex };
  const codes = /^\^?\(?([A-Z]{2}(?:\|[A-Z]{2})*)\)?\$?$/.exec(regex.source)?.[1];
  if (countries.test(variable) && codes !== undefined) return { kind: 'country', codes: codes.split('|') };
  throw new Refusal(line, what, `a rule cannot ask for $${variable}`);
}

export function regexOf(pcre: string, ignoreCase: boolean, line: number): Regex {
  try {
    return translateRegex(pcre, ignoreCase);
  } catch (error) {
    if (!(error instanceof UntranslatableRegex)) throw error;
    throw new Refusal(line, pcre, error.message);
  }
}
