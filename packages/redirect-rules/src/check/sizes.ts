import type { Rule, RuleSet, Site } from '../model/rule-set';
import type { Subject } from './context';

/** An exact path with a plain target, packed: measured on 100,000 paths of 42 and targets of 64 bytes. */
const bulkBytes = 40;
/** A key, and what a record says of itself. */
const recordBytes = 32;

export interface Sizes {
  /** An estimate: what the compiler packs and shares depends on its neighbours. */
  readonly bytes: number;
  /** Each other answer by itself. */
  readonly largest: readonly { readonly subject: Subject; readonly bytes: number }[];
}

/** About how much a set takes in a key value store. */
export function sizesOf({ sites }: RuleSet): Sizes {
  let bytes = 0;
  const largest: { subject: Subject; bytes: number }[] = [];
  for (const site of sites) {
    bytes += site.hosts.reduce((sum, host) => sum + host.length + recordBytes, 0);
    for (const rule of site.rules) {
      const size = isBulk(rule) ? bulkBytes : textBytes(rule);
      bytes += size;
      if (!isBulk(rule)) largest.push({ subject: subjectOf(site, rule), bytes: size });
    }
  }
  return { bytes, largest };
}

const subjectOf = (site: Site, rule: Rule): Subject => ({ site, rule, outcome: rule.outcome });

const isBulk = ({ match, outcome }: Rule): boolean =>
  match.path.kind === 'exact' && outcome.body === undefined && Object.keys(outcome.headers).length === 0;

/** Match and outcome, which is what an edge needs of a rule. */
function textBytes({ match, outcome }: Rule): number {
  const { path, query, queryRegex, uriRegex, country } = match;
  const { target, body, headers, cacheControl } = outcome;
  const pathText = path.kind === 'pattern' ? path.pattern : path.kind === 'regex' ? path.regex.source : '';
  const texts = [
    pathText,
    queryRegex?.source,
    uriRegex?.source,
    target?.url,
    body?.text,
    cacheControl,
    country?.join(),
  ];
  const listed = [...Object.entries(query ?? {}), ...Object.entries(headers)].map((entry) =>
    JSON.stringify(entry),
  );
  return new TextEncoder().encode([...texts, ...listed].join('\n')).length;
}
