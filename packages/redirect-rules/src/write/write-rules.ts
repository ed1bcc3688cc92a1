import type { AuthorFile, AuthorRule, AuthorSite, Commented } from '../read/author';
import { literalOf, scalarOf } from './scalar';
import { shorten } from './shorten';

/** The order in which a person reads them; a key that is not here stands last. */
const order = [
  'Name',
  'Id',
  'Hosts',
  'Match',
  'To',
  'Status',
  'Body',
  'Path',
  'Regex',
  'On',
  'Query',
  'QueryRegex',
  'UriRegex',
  'Country',
  'IgnoreCase',
  'IgnoreTrailingSlash',
  'Headers',
  'RemoveHeaders',
  'Hsts',
  'CacheControl',
  'Case',
  'TrailingSlash',
  'Encoding',
  'NotBefore',
  'Expires',
  'Owner',
  'Ticket',
  'Note',
  'Silence',
  'Defaults',
  'Policy',
  'Rules',
  'Unmatched',
  'Sites',
  'Url',
  'Location',
  'Expect',
  'Tests',
];
const rank = new Map(order.map((key, place) => [key, place]));
const width = 100;

/**
 * The file as YAML that a person would want to keep: short forms, nothing that the defaults say already, a blank line
 * between sites, and the comments of the file, of sites and of rules above them.
 */
export function writeRules(file: AuthorFile): string {
  const { comment, Sites: sites, Tests: tests, ...head } = shorten(file);
  const blocks = [
    [...commentLines(comment)],
    ...Object.entries(head)
      .sort(byOrder)
      .map(([key, value]) => entryLines(key, value)),
    sites.length === 0 ? ['Sites: []'] : ['Sites:', ...siteLines(sites[0]!)],
    ...sites.slice(1).map(siteLines),
    tests === undefined ? [] : entryLines('Tests', tests),
  ];
  return `${blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

function siteLines({ Rules: rules, ...site }: AuthorSite): string[] {
  const { Unmatched: unmatched, Tests: tests, ...head } = site;
  const tail = { Unmatched: unmatched, Tests: tests };
  const ruleBlocks = rules === undefined ? [] : ['  Rules:', ...rules.flatMap(ruleLines).map(indent)];
  return [...itemLines(head), ...ruleBlocks, ...mappingLines(tail).map(indent)];
}

/** A rule with a comment stands apart from the one above it. */
function ruleLines(rule: AuthorRule, place: number): string[] {
  const isApart = rule.comment !== undefined && place > 0;
  return [...(isApart ? [''] : []), ...itemLines(rule)];
}

function itemLines<T extends object & Commented>({ comment, ...item }: T): string[] {
  const [first = '{}', ...rest] = mappingLines(item);
  return [...commentLines(comment), `- ${first}`, ...rest.map(indent)];
}

function mappingLines(mapping: object): string[] {
  return Object.entries(mapping)
    .filter(([key, value]) => value !== undefined && key !== 'comment')
    .sort(byOrder)
    .flatMap(([key, value]) => entryLines(key, value));
}

function entryLines(key: string, value: unknown): string[] {
  const name = nameOf(key);
  const block = typeof value === 'string' ? literalOf(value) : undefined;
  if (block !== undefined) return [`${name}: ${block[0]}`, ...block.slice(1).map(indent)];
  const line = `${name}: ${flowOf(value)}`;
  if (!isObject(value) || (isFlat(value) && line.length <= width)) return [line];
  if (!Array.isArray(value)) return [`${name}:`, ...mappingLines(value).map(indent)];
  return [`${name}:`, ...value.flatMap((item) => (isObject(item) ? itemLines(item) : [`- ${scalar(item)}`]))];
}

/** `On` is a boolean for readers of YAML 1.1, of which this language has none: our own keys stand bare. */
const nameOf = (key: string, isInFlow = false): string => (rank.has(key) ? key : scalarOf(key, isInFlow));

/** In one line: lists and mappings in brackets. */
function flowOf(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((item) => scalar(item, true)).join(', ')}]`;
  if (!isObject(value)) return scalar(value);
  const members = Object.entries(value).sort(byOrder);
  return `{${members.map(([key, member]) => `${nameOf(key, true)}: ${scalar(member, true)}`).join(', ')}}`;
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;
/** Only scalars within, none of them of several lines. */
const isFlat = (value: object): boolean =>
  Object.values(value).every((member) => !isObject(member) && literalOf(String(member)) === undefined);
const scalar = (value: unknown, isInFlow = false): string =>
  typeof value === 'string' ? scalarOf(value, isInFlow) : String(value);
const indent = (line: string): string => (line === '' ? '' : `  ${line}`);
const byOrder = ([one]: [string, unknown], [other]: [string, unknown]): number =>
  (rank.get(one) ?? order.length) - (rank.get(other) ?? order.length);

function commentLines(comment: string | undefined): string[] {
  if (comment === undefined) return [];
  return comment
    .split(/\r\n|\r|\n/)
    .map((line) => `# ${line.replace(/[^\x20-\x7e\u00a0-\u2027\u202a-\ud7ff]/g, ' ')}`.trimEnd());
}
