import type { AnswersByRule, RuleAnswer } from './record';

/** A time in which the same rules have answered a name. */
export interface AnswerSpell {
  readonly name: string;
  /** Seconds; `to` is the first one that is not in it. */
  readonly from: number;
  readonly to: number;
  readonly by: readonly { readonly answer: RuleAnswer; readonly requests: number }[];
}

/**
 * Interval by interval, and those with the same answers as one. An interval without a request goes on as the one before:
 * where nothing changes, the traffic is sparse.
 */
export function answerSpells({ everySeconds, answers }: AnswersByRule, name: string): AnswerSpell[] {
  const ofName = answers.filter((answer) => answer.name === name);
  const spells: AnswerSpell[] = [];
  const intervals = Math.max(0, ...ofName.map(({ perInterval }) => perInterval.length));
  for (let at = 0; at < intervals; at++) {
    const by = ofName
      .map((answer) => ({ answer, requests: answer.perInterval[at] ?? 0 }))
      .filter(({ requests }) => requests > 0);
    const last = spells.at(-1);
    const to = (at + 1) * everySeconds;
    if (last && (by.length === 0 || isSame(last.by, by)))
      spells[spells.length - 1] = { ...last, to, by: added(last.by, by) };
    else if (by.length > 0) spells.push({ name, from: at * everySeconds, to, by });
  }
  return spells;
}

type By = AnswerSpell['by'];

const isSame = (one: By, other: By): boolean =>
  one.length === other.length && one.every(({ answer }, i) => answer === other[i]?.answer);

const added = (one: By, more: By): By =>
  one.map(({ answer, requests }, i) => ({ answer, requests: requests + (more[i]?.requests ?? 0) }));
