import { answerSpells } from '../answer-spells';
import { clockText, countText, listText, plural } from '../format';
import { type Html, html, nothing } from '../html';
import type { AnswersByRule, RuleAnswer, RunRecord } from '../record';
import { chart, heading, type Row, space } from '../svg/chart';
import { type Column, columns } from '../svg/columns';
import { type Scale, scaleOf } from '../svg/scale';
import { section, table } from './section';

const chartId = 'rules-chart';
const laneHeight = 30;

/** Which rule of a redirect site answered, and when another one, or the same with another target, came in its place. */
export function answersByRule({ answersByRule: by, durationSeconds }: RunRecord): Html {
  if (!by || by.answers.length === 0) return nothing;
  const names = [...new Set(by.answers.map(({ name }) => name))];
  const scale = scaleOf(0, durationSeconds);
  const rows = names.flatMap((name) => nameRows(by, name, scale));
  return section('rules', 'Answers by rule', introOf(by), [
    chart(scale, rows, { id: chartId, label: `Which rule answered ${listText(names)}, over time` }),
    spellTable(by, names),
  ]);
}

function introOf({ everySeconds, answers }: AnswersByRule): string {
  const every = plural(everySeconds, 'second');
  const other = answers.some(({ rule }) => rule === undefined)
    ? ' Where no rule is named, nothing that a redirect site had live in this run answers so: another distribution did.'
    : '';
  return `Requests of each name by the rule that answered them, in intervals of ${every}: a column is the rule's share of them. An answer says status and location, and not by which rule it is: that is told from what the rules of each generation mean.${other}`;
}

function nameRows(by: AnswersByRule, name: string, scale: Scale): Row[] {
  const ofName = by.answers.filter((answer) => answer.name === name);
  const totalIn = (at: number): number =>
    ofName.reduce((sum, { perInterval }) => sum + (perInterval[at] ?? 0), 0);
  return ofName.flatMap((answer): Row[] => [
    heading(`${name}: ${ruleOf(answer)}`, noteOf(answer)),
    columns(scale, columnsOf(answer, by.everySeconds, totalIn), laneHeight),
    space(6),
  ]);
}

const columnsOf = (answer: RuleAnswer, everySeconds: number, totalIn: (at: number) => number): Column[] =>
  answer.perInterval.flatMap((requests, at) => {
    if (requests === 0) return [];
    const [from, to] = [at * everySeconds, (at + 1) * everySeconds];
    const of = `${countText(requests)} of ${plural(totalIn(at), 'request')}`;
    const title = `${clockText(from)} to ${clockText(to)}: ${of} by ${labelOf(answer)}`;
    return [{ from, to, share: requests / totalIn(at), title, isOther: answer.rule === undefined }];
  });

const ruleOf = ({ rule }: RuleAnswer): string => rule ?? 'no rule';

/** `generation 1`, `generations 1 and 2`. */
const generationsOf = ({ generations }: RuleAnswer): string =>
  generations.length === 0
    ? ''
    : `${generations.length === 1 ? 'generation' : 'generations'} ${listText(generations.map(String))}`;

const labelOf = (answer: RuleAnswer): string =>
  [ruleOf(answer), generationsOf(answer)].filter(Boolean).join(', ');

const longestLocation = 60;

function noteOf(answer: RuleAnswer): string {
  const { status, location = '', requests, from, to } = answer;
  const shown = location.length > longestLocation ? `${location.slice(0, longestLocation - 1)}…` : location;
  const said = [`${status} ${shown}`.trim(), generationsOf(answer)].filter(Boolean).join('; ');
  return `${said}; ${plural(requests, 'request')} from ${clockText(from)} to ${clockText(to)}`;
}

/** Where two rules stand in one row, edges have passed from one to the other. */
const spellTable = (by: AnswersByRule, names: readonly string[]): Html =>
  table(
    'Who answered, until somebody else did',
    ['Name', 'From', 'To', 'Answered by'],
    names.flatMap((name) =>
      answerSpells(by, name).map(
        (spell) =>
          html`<tr><td class="words">${name}</td><td class="time">${clockText(spell.from)}</td><td class="time">${clockText(spell.to)}</td><td class="words">${spell.by.map(
            ({ answer, requests }, i) =>
              html`${i > 0 && html`<br>`}<b>${labelOf(answer)}</b>: ${plural(requests, 'request')}, ${answer.status} ${answer.location ?? ''}`,
          )}</td></tr>
`,
      ),
    ),
  );
