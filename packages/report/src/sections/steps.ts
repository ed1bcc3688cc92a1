import { clockText } from '../format';
import { type Html, html, nothing } from '../html';
import type { RunRecord, Stage, Step } from '../record';
import { section } from './section';
import { stageAt, stageTable } from './stages';

/** What was done, numbered as on the timeline, and the way back from each point. */
export function steps(run: RunRecord): Html {
  const { steps: all = [], stages = [] } = run;
  if (all.length === 0 && stages.length === 0) return nothing;
  const intro =
    stages.length > 0
      ? 'What was done to AWS and what the stacks said, in order. Under each: the way back from there.'
      : 'What was done to AWS and what the stacks said, in order.';
  const list = html`<ol class="steps">${all.map((step, i) => item(run, step, i, all[i - 1]))}</ol>`;
  return section('steps', 'Steps and the way back', intro, [list, stageTable(run)]);
}

function item(
  { stages = [] }: RunRecord,
  { t, what, detail, stack }: Step,
  index: number,
  before: Step | undefined,
): Html {
  const stage = stageAt(stages, t);
  const isAsBefore = before !== undefined && isSameWay(stageAt(stages, before.t), stage);
  const isOne = stages.every(({ of }) => of === stage?.of);
  const way = stage && (isAsBefore ? 'As before.' : `${stage.wayBack.short}. ${stage.wayBack.how}`);
  const back =
    stage && html`<p class="way-back"><span>Way back</span> ${!isOne && `${stage.of}: `}${way}</p>`;
  return html`<li id="step-${index + 1}"><span class="number" aria-hidden="true">${index + 1}</span><div><p><span class="time">${clockText(t)}</span> ${stack && html`<span class="stack">${stack}</span> `}<strong>${what}</strong></p>${detail && html`<p class="detail">${detail}</p>`}${back}</div></li>`;
}

const isSameWay = (one: Stage | undefined, other: Stage | undefined): boolean =>
  one?.of === other?.of &&
  one?.wayBack.short === other?.wayBack.short &&
  one?.wayBack.how === other?.wayBack.how;
