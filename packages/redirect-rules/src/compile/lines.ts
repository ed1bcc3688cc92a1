import { type Reading, RuleProblem, readingOf, unmatchedOf } from '../evaluate/reading';
import { answerText, conditionField, GrammarProblem, targetField } from '../layout/grammar';
import { budgets, bytesIn } from '../layout/limits';
import type { Site } from '../model/rule-set';
import { SiteProblem } from './problem';

/** A rule on its way into the store. */
export interface Line {
  readonly reading: Reading;
  readonly answer: string;
  readonly target: string;
}

/** What of a site's rules can ever answer, in order; the last always does. */
export function linesOf(site: Site): Line[] {
  const lines: Line[] = [];
  for (const rule of site.rules) {
    const reading = readingOf(rule);
    if (hasGuard(reading, 'never')) continue;
    try {
      lines.push(lineOf(reading));
    } catch (error) {
      if (!(error instanceof GrammarProblem)) throw error;
      throw new RuleProblem(rule, error.message);
    }
    if (reading.conditions.length === 0 && !hasGuard(reading)) return lines;
  }
  return [...lines, lineOf(unmatchedOf(site))];
}

function lineOf(reading: Reading): Line {
  return {
    reading,
    answer: answerText(reading.outcome),
    target: targetField(reading.template, reading.encoding),
  };
}

function hasGuard({ template }: Reading, guard?: string): boolean {
  if (template === undefined) return false;
  return template.url.some(
    (piece) =>
      'guard' in piece && piece.guard !== undefined && (guard === undefined || piece.guard === guard),
  );
}

/** A rule's text. `from`: conditions before it are known to hold. */
export const textOf = (line: Line, answerName: string, from = 0): string =>
  [answerName, line.target, ...line.reading.conditions.slice(from).map(conditionField)].join('\t');

/** @throws SiteProblem for a rule that fits no item */
export function checkLength(text: string, line: Line, site: Site): void {
  const bytes = bytesIn(text);
  const most = budgets.valueBytes - 20;
  if (bytes > most) {
    const what = `rule ${line.reading.id} takes ${bytes} bytes; at most ${most} fit into an item: shorten it`;
    throw new SiteProblem(site.id, what);
  }
}
