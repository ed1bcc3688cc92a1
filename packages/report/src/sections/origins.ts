import { clockText, countText, listText, plural } from '../format';
import { type Html, html, nothing } from '../html';
import { intervalSeconds, loadsOf, type OriginLoad } from '../load';
import type { RunRecord } from '../record';
import { section } from './section';

/** Requests per second that reached each origin, all on one scale. */
export function origins({ origins: requests = [], durationSeconds, clock }: RunRecord): Html {
  if (requests.length === 0) return nothing;
  const loads = loadsOf(requests, durationSeconds);
  const peak = Math.max(...loads.map((load) => load.peak));
  const every = intervalSeconds(durationSeconds);
  const denser =
    clock === 'virtual'
      ? ' The traffic of a rehearsal is denser near a change, so part of a peak is its own.'
      : '';
  return section(
    'origins',
    'Load per origin',
    `What came through to each origin, in intervals of ${plural(every, 'second')}, all on one scale.${denser}`,
    html`<div class="origins">${loads.map((load, i) => small(load, peak, durationSeconds, `origin-${i + 1}`))}</div>`,
  );
}

function small(load: OriginLoad, peak: number, durationSeconds: number, id: string): Html {
  const { origin, distributions, requests, sick, perSecond, sickPerSecond } = load;
  const label = `${origin}: ${plural(requests, 'request')}, at most ${rate(load.peak)} per second${sick > 0 ? `, ${countText(sick)} answered with an error` : ''}`;
  return html`<figure>
<figcaption><strong class="code">${origin}</strong> through ${listText(distributions)}<br>${plural(requests, 'request')}, at most ${rate(load.peak)} per second${sick > 0 && html`, <strong class="bad">${countText(sick)} answered 5xx</strong>`}</figcaption>
<svg class="area" id="${id}" viewBox="0 0 ${perSecond.length} 100" preserveAspectRatio="none" role="img" aria-label="${label}">
<path class="load" d="${areaOf(perSecond, peak)}"/><path class="sick" d="${areaOf(sickPerSecond, peak)}"/>
</svg>
<p class="ends"><span>00:00</span><span>${clockText(durationSeconds)}</span></p>
</figure>`;
}

/** A step for each interval: a smooth line would show rates that nobody measured. */
function areaOf(rates: readonly number[], peak: number): string {
  const points = rates.map((each, i) => {
    const y = Math.round((1 - each / peak) * 1000) / 10;
    return `V${y}H${i + 1}`;
  });
  return `M0 100${points.join('')}V100Z`;
}

const rate = (perSecond: number): string => String(Math.round(perSecond * 10) / 10);
