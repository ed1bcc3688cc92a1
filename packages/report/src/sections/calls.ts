import { countText, plural, preciseClockText } from '../format';
import { type Html, html, nothing } from '../html';
import type { Call, RunRecord } from '../record';
import { section } from './section';

/** Operations that only look, and the credentials to do so; anything else may have changed something. */
const looking = /^(Get|List|Describe|Test|Assume|Lookup|Head)/;
const isChange = ({ operation }: Call): boolean => !looking.test(operation);

/** Every call of AWS, changes told from looks, with the ETag chain. */
export function calls({ calls: all = [] }: RunRecord): Html {
  if (all.length === 0) return nothing;
  const changes = all.filter(isChange).length;
  const intro = `${plural(all.length, 'call')}, ${countText(changes)} of them changes. Times below zero are before the first request. Under ETag: the one that the call was made on, if it named one, and the one that the answer carried.`;
  return section('calls', 'Every AWS call', intro, [filters(all.length), callTable(all)]);
}

/** Shown by the script, which is what makes them work. */
const filters = (count: number): Html => html`
<form class="filters" id="call-filters" hidden>
<label>Find <input type="search" id="call-text" placeholder="operation, id, ETag, error"></label>
<label><input type="checkbox" id="call-changes"> only changes</label>
<label><input type="checkbox" id="call-errors"> only errors and faults</label>
<output id="call-count" for="call-text call-changes call-errors">${countText(count)} shown</output>
</form>`;

const callTable = (all: readonly Call[]): Html => html`
<div class="scroll table tall" role="region" tabindex="0" aria-label="Every AWS call, in order">
<table class="calls"><caption>Every AWS call, in order</caption>
<thead><tr>${['Time', 'By', 'Operation', 'Outcome', 'ETag', 'Input'].map((head) => html`<th scope="col">${head}</th>`)}</tr></thead>
<tbody id="call-rows">${all.map(row)}</tbody></table>
</div>`;

function row(call: Call): Html {
  const { t, actor, service, operation, input, outcome, fault } = call;
  const isOdd = outcome !== 'ok' || fault !== undefined;
  const classes = [isChange(call) && 'change', isOdd && 'odd'].filter(Boolean).join(' ');
  return html`<tr class="${classes}"><td class="time">${preciseClockText(t)}</td><td>${actor}</td><td class="code">${service}.<wbr><b>${operation}</b></td><td class="words">${outcome}${fault !== undefined && html` <span class="fault">fault ${fault}</span>`}</td><td class="code etag">${etags(call)}</td><td>${inputOf(input)}</td></tr>
`;
}

function etags({ input, etag }: Call): string {
  const match = (input as { IfMatch?: unknown } | undefined)?.IfMatch;
  const made = etag ?? '';
  return typeof match === 'string' ? `${match} → ${made || 'none'}` : made;
}

/** What is short stands in the row; the rest opens. */
function inputOf(input: unknown): Html {
  const line = JSON.stringify(input ?? {});
  if (line === '{}') return nothing;
  if (line.length <= 70) return html`<code>${line}</code>`;
  return html`<details><summary><code>${line.slice(0, 60)}…</code></summary><pre>${JSON.stringify(input, null, 2)}</pre></details>`;
}
