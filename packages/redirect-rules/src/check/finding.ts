import type { Request } from '../model/exchange';
import type { Place } from '../model/rule-set';

/** What can be found; the name is also what silences it. */
export const findingNames = [
  'captured-host',
  'chain',
  'dead-end',
  'dead-rule',
  'duplicate-host',
  'expired',
  'expiring',
  'foreign-target',
  'hanging-regex',
  'header-injection',
  'key-reads',
  'loop',
  'lost-hsts',
  'low-coverage',
  'open-redirect',
  'query-blind',
  'quota',
  'shadowed-rule',
  'template-size',
  'unknown-silence',
  'untested',
] as const;

export type FindingName = (typeof findingNames)[number];

/** An error must be mended or silenced with a reason, a warning should be looked at, a note is good to know. */
export type Severity = 'error' | 'warning' | 'note';

export interface Finding {
  readonly name: FindingName;
  readonly severity: Severity;
  /** Id of the rule, `unmatched`, or empty where a site or the whole set is meant. */
  readonly rule: string;
  readonly at: Place;
  /** What is wrong, and what to do. */
  readonly says: string;
  /** A request that shows it. */
  readonly example?: Request;
  /** How to accept it. */
  readonly silence: string;
}
