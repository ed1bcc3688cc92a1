import type { Answers, NameAnswer } from '../answers';
import { type Html, html, nothing } from '../html';
import type { RunRecord } from '../record';
import { toneClass } from './tone';

const glyphs = { no: '✓', yes: '✗', unknown: '?' } as const;

/** Was there an outage, when, how long, who answers now, what is the way back: before anything is scrolled. */
export const firstScreen = (run: RunRecord, answers: Answers, sides: readonly string[]): Html => html`
<header class="top ${run.verdict.passed ? 'passed' : 'failed'}">
<p class="eyebrow">${run.clock === 'virtual' ? 'Rehearsal' : 'Watched move'} · <strong class="verdict">${run.verdict.passed ? 'PASSED' : 'FAILED'}</strong></p>
<h1 class="outage-${answers.outage}"><span class="glyph" aria-hidden="true">${glyphs[answers.outage]}</span> <span id="headline">${answers.headline}</span></h1>
<p class="in-short">${answers.inShort}</p>
<p class="title">${run.title}</p>
</header>
<dl class="answers">
<div class="when"><dt>When?</dt><dd>${answers.when}${answers.outage === 'yes' && html`<p>Minutes and seconds after the first request.</p>`}</dd></div>
<div class="long"><dt>How long?</dt><dd>${answers.howLong}${answers.howExact !== '' && html`<p>${answers.howExact}</p>`}</dd></div>
<div class="who"><dt>Who answers now?</dt><dd>${whoAnswers(answers.names, sides)}</dd></div>
${wayBack(run)}
</dl>
${reasons(run)}`;

const mostNames = 6;

/** Names that ended alike are told together: a hundred aliases would fill the screen. */
function whoAnswers(names: readonly NameAnswer[], sides: readonly string[]): Html {
  const shown = names.slice(0, mostNames);
  const rest = names.slice(mostNames);
  const others = [...new Set(rest.map(({ side }) => side))].map(
    (side) => `${rest.filter((each) => each.side === side).length} more: ${side}`,
  );
  return html`<ul class="names">${shown.map(
    ({ name, side, since }) =>
      html`<li><span class="host">${name}</span> <span class="side-chip ${toneClass(side, sides)}">${side}</span> <span class="since">${since}</span></li>`,
  )}${others.map((text) => html`<li>${text}</li>`)}</ul>`;
}

function wayBack({ wayBack: back }: RunRecord): Html {
  if (!back) return nothing;
  return html`<div class="back"><dt>What is the way back?</dt><dd><strong>${back.short}</strong>${back.sentences.map((sentence) => html`<p>${sentence}</p>`)}</dd></div>`;
}

const reasons = ({ verdict }: RunRecord): Html =>
  verdict.reasons.length === 0
    ? nothing
    : html`<section class="reasons" aria-labelledby="why"><h2 id="why">Why the verdict is FAILED</h2><ul>${verdict.reasons.map((reason) => html`<li>${reason}</li>`)}</ul></section>`;
