import type { Place, RuleSet } from '../model/rule-set';
import { type Check, Context, type Draft } from './context';
import type { Finding, FindingName, Severity } from './finding';
import { chain } from './findings/chain';
import { deadEnd } from './findings/dead-end';
import { deadRule } from './findings/dead-rule';
import { duplicateHost } from './findings/duplicate-host';
import { expired, expiring } from './findings/expired';
import { foreignTarget } from './findings/foreign-target';
import { hangingRegex } from './findings/hanging-regex';
import { headerInjection } from './findings/header-injection';
import { keyReads } from './findings/key-reads';
import { loop } from './findings/loop';
import { lostHsts } from './findings/lost-hsts';
import { lowCoverage } from './findings/low-coverage';
import { capturedHost, openRedirect } from './findings/open-redirect';
import { queryBlind } from './findings/query-blind';
import { quota } from './findings/quota';
import { shadowedRule } from './findings/shadowed-rule';
import { templateSize } from './findings/template-size';
import { unknownSilence } from './findings/unknown-silence';
import { untested } from './findings/untested';

const checks: readonly Check[] = [
  capturedHost,
  chain,
  deadEnd,
  deadRule,
  duplicateHost,
  expired,
  expiring,
  foreignTarget,
  headerInjection,
  keyReads,
  loop,
  lostHsts,
  lowCoverage,
  openRedirect,
  queryBlind,
  quota,
  shadowedRule,
  templateSize,
  unknownSilence,
  untested,
];

export interface CheckOptions {
  /** Milliseconds since the epoch: what has expired, and by when. */
  readonly now: number;
  /** Looks for nothing else: of 100,000 rules the errors take a tenth of the time. Left out: for everything. */
  readonly severity?: Severity;
}

/**
 * What is wrong or doubtful with a set, before it is deployed, in the order of the file. Equal sets find equal things.
 * A regex that can hang is found first, and nothing else until it is mended or silenced.
 */
export function check(rules: RuleSet, { now, severity }: CheckOptions): Finding[] {
  const context = new Context(rules, now);
  const look = (each: Check): Finding[] =>
    Array.from(each.look(context))
      .filter((draft) => !isSilenced(draft, each.name))
      .map((draft) => findingOf(rules, each, draft));
  // The other checks ask the rules for answers, and would hang in such a regex themselves.
  const hanging = look(hangingRegex);
  const wanted = checks.filter((each) => severity === undefined || each.severity === severity);
  return (hanging.length > 0 ? hanging : wanted.flatMap(look)).sort(
    (one, other) => one.at.line - other.at.line || one.at.column - other.at.column,
  );
}

/** Only a reason silences. */
const isSilenced = ({ subject }: Draft, name: FindingName): boolean =>
  (subject?.rule?.silence[name] ?? '').trim() !== '';

function findingOf(
  rules: RuleSet,
  { name, severity }: Check,
  { subject, site, says, example }: Draft,
): Finding {
  return {
    name,
    severity,
    rule: subject === undefined ? '' : (subject.rule?.id ?? 'unmatched'),
    at: (subject?.rule ?? subject?.site ?? site)?.at ?? startOf(rules),
    says,
    ...(example !== undefined && { example }),
    silence: silenceOf(name, subject),
  };
}

const startOf = ({ sites }: RuleSet): Place => ({ file: sites[0]?.at.file ?? '', line: 1, column: 1 });

function silenceOf(name: FindingName, subject: Draft['subject']): string {
  if (name === 'unknown-silence') return 'Correct or remove the silence.';
  if (subject === undefined) return 'It is about no single rule and cannot be silenced.';
  if (subject.rule !== undefined) return `Write into the rule: Silence: {${name}: the reason}`;
  return `Write what is unmatched as a last rule, Match: '*', with Silence: {${name}: the reason}`;
}
