import { type Condition, conditionsOf } from '../../evaluate/condition';
import { patternNames } from '../../evaluate/pattern';
import { TargetProblem, templateOf } from '../../evaluate/target';
import type { Match, Outcome, Rule, Target } from '../../model/rule-set';
import type { AuthorOutcome } from '../author';
import type { Report } from '../problem';
import { nearest, oneOf } from '../shape/nearest';
import { Complaint } from './complaint';

/** Reports a target that names what nothing captures. A rule is absent where the outcome is for unmatched requests. */
export function checkCaptures(
  written: AuthorOutcome,
  { target }: Outcome,
  rule: Rule | undefined,
  report: Report,
): void {
  if (target === undefined) return;
  const rest = target.url.slice(target.url.indexOf('//'));
  // Most targets name nothing, and there may be 100,000 of them.
  if (!rest.includes('$') && !rest.includes(':')) return;
  const complaint = unknownPlaceholder(rest, rule?.match) ?? unknownCapture(target, rule);
  if (complaint !== undefined) report.ofValue(written, 'To', complaint.what, complaint.instead);
}

/** `:nme` where the path has `:name`. A colon elsewhere than before a whole segment or value is a colon. */
function unknownPlaceholder(url: string, match: Match | undefined): Complaint | undefined {
  if (match?.path.kind !== 'pattern' && match?.path.kind !== 'regex') return undefined;
  const isPattern = match.path.kind === 'pattern';
  const names =
    match.path.kind === 'pattern' ? patternNames(match.path.pattern) : groupNames(match.path.regex.source);
  for (const [, name] of url.matchAll(/(?<=[/=&]):([A-Za-z_]\w*)/g)) {
    const isKnown = names.includes(name!);
    if (isKnown && !isPattern)
      return new Complaint(
        `:${name} stands for a placeholder of a Path.`,
        `Write $${name} for a group of a Regex.`,
      );
    if (isKnown || !isPattern) continue;
    const meant = nearest(name!, names) ?? (names.length === 1 ? names[0] : undefined);
    return new Complaint(
      `Nothing in the path is called :${name}.`,
      meant === undefined
        ? `The path has ${oneOf(names.map((each) => `:${each}`))}; write %3A for a colon.`
        : `Write :${meant}.`,
    );
  }
  return undefined;
}

function unknownCapture(target: Target, rule: Rule | undefined): Complaint | undefined {
  const conditions = rule === undefined ? [] : conditionsOf(rule);
  try {
    templateOf(target, rule, conditions);
    return undefined;
  } catch (error) {
    if (!(error instanceof TargetProblem)) throw error;
    const [what = '', instead = ''] = error.message.split(': ', 2);
    const names = conditions.flatMap(captureNames);
    const captured =
      names.length === 0 ? 'Nothing is captured here' : `The match captures ${names.join(', ')}`;
    return new Complaint(sentence(what), `${captured}; ${sentence(instead)}`);
  }
}

/** As a target would name them; groups without a name have numbers. */
function captureNames(condition: Condition): string[] {
  if (condition.kind === 'prefix') return [':splat'];
  if (!('regex' in condition)) return [];
  return condition.regex.captures.map(({ name, number }) => `$${name ?? number}`);
}

const groupNames = (source: string): string[] =>
  Array.from(source.matchAll(/\(\?P?<([A-Za-z_]\w*)>/g), ([, name]) => name!);

const sentence = (text: string): string => `${text.replace(/^the/, 'The')}.`;
