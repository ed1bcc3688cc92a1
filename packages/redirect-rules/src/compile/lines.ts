import type { Condition } from '../evaluate/condition';
import { decodedPath } from '../evaluate/nginx';
import { type Reading, RuleProblem, readingOf, unmatchedOf } from '../evaluate/reading';
import {
  addressedLetter,
  addressesField,
  answerText,
  conditionField,
  GrammarProblem,
  targetField,
} from '../layout/grammar';
import { budgets, bytesIn } from '../layout/limits';
import type { Encoding, Site } from '../model/rule-set';
import { SiteProblem } from './problem';
import { longestInline } from './table';

/** A rule on its way into the store. */
export interface Line {
  readonly id: string;
  /** Its place in the declared order. */
  readonly at: number;
  readonly conditions: readonly Condition[];
  readonly encoding: Encoding;
  readonly answer: string;
  readonly target: string;
}

/** What of a site's rules can ever answer, in order; the last always does. */
export function linesOf(site: Site): Line[] {
  const lines: Line[] = [];
  for (const rule of site.rules) {
    const reading = readingOf(rule);
    if (hasGuard(reading, 'never') || !reading.conditions.every(mayHold)) continue;
    try {
      // Here, where the rule is known.
      reading.conditions.forEach(conditionField);
      lines.push(lineOf(reading, lines.length));
    } catch (error) {
      if (!(error instanceof GrammarProblem)) throw error;
      throw new RuleProblem(rule, error.message);
    }
    if (reading.conditions.length === 0 && !hasGuard(reading)) return lines;
  }
  lines.push(lineOf(unmatchedOf(site), lines.length));
  return lines;
}

/**
 * nginx compares paths without `//` and dots: such a text is nobody's. The function relies on it, which looks for a path
 * as it was sent first (`inBlock`).
 */
const mayHold = (condition: Condition): boolean =>
  condition.kind !== 'exact' ||
  condition.subject.of !== 'decoded' ||
  decodedPath(condition.path.replaceAll('%', '%25')) === condition.path;

const lineOf = ({ id, conditions, encoding, outcome, template }: Reading, at: number): Line => ({
  id,
  at,
  conditions,
  encoding,
  answer: answerText(outcome),
  target: targetField(template, encoding),
});

function hasGuard({ template }: Reading, guard?: string): boolean {
  if (template === undefined) return false;
  return template.url.some(
    (piece) =>
      'guard' in piece && piece.guard !== undefined && (guard === undefined || piece.guard === guard),
  );
}

/** Such as what most sites have for all other requests: neither conditions nor a target, and not too long for the line. */
export const isAnswerAlone = ({ conditions, answer, target }: Line): boolean =>
  conditions.length === 0 && target === targetField(undefined, 'raw') && bytesIn(answer) <= longestInline;

export const answerLine = ({ answer }: Line): string => `?${answer}`;

/** A rule's text. `answerName`: as the site's table has it. `from`: conditions before it are known to hold. */
export function textOf(line: Line, answerName: string, from = 0): string {
  const isAddressed = answerName.length > 1;
  const conditions = line.conditions.slice(from).map(conditionField);
  if (isAddressed) conditions.push(addressesField(answerName));
  const letter = isAddressed ? addressedLetter : answerName;
  return `${conditions.map((each) => `\t${each}\t`).join('')}${letter}${line.target}`;
}

/** @throws SiteProblem for a rule that fits no item */
export function checkLength(text: string, line: Line, site: Site): void {
  const bytes = bytesIn(text);
  const most = budgets.valueBytes - 20;
  if (bytes > most) {
    const what = `rule ${line.id} takes ${bytes} bytes; at most ${most} fit into an item: shorten it`;
    throw new SiteProblem(site.id, what);
  }
}
