import { type AnswerRun, answerRuns, type CloseUp, closeUpsOf } from '../close-ups';
import { clockText, plural, preciseClockText } from '../format';
import { type Html, html, nothing } from '../html';
import { type Lane, lanesOf } from '../lanes';
import type { RunRecord } from '../record';
import { chart, heading, type Row, space } from '../svg/chart';
import { markers } from '../svg/markers';
import { failedFill, toneOf } from '../svg/patterns';
import { plate } from '../svg/plate';
import { type Scale, scaleOf } from '../svg/scale';
import { section } from './section';

const laneHeight = 16;

/** The moments that matter, edge by edge and request by request. */
export function closeUps(run: RunRecord, sides: readonly string[]): Html {
  const moments = closeUpsOf(run.requests, run.switches ?? [], run.durationSeconds);
  if (moments.length === 0) return nothing;
  const lanes = lanesOf(run.requests);
  const charts = moments.map((moment, i) => closeUp(run, lanes, moment, `moment-${i + 1}`, sides));
  return section(
    'moments',
    'The moments of change',
    'Each name at each edge, request by request: edges take a change over one after the other.',
    charts,
  );
}

function closeUp(
  run: RunRecord,
  lanes: readonly Lane[],
  moment: CloseUp,
  id: string,
  sides: readonly string[],
): Html {
  const scale = scaleOf(moment.from, moment.to);
  const numbered = (run.steps ?? []).map((step, i) => ({ step, number: i + 1 }));
  const within = numbered.filter(({ step: { t } }) => t >= moment.from && t <= moment.to);
  const rows = [
    ...lanes.flatMap((lane) => laneRows(lane, scale, moment, id, sides)),
    ...(within.length === 0 ? [] : [heading('Steps'), markers(scale, within)]),
  ];
  const title = `${clockText(moment.from)} to ${clockText(moment.to)}`;
  return html`<h3>${title}</h3>${chart(scale, rows, { id, label: `Answers edge by edge, ${title}` })}`;
}

function laneRows(
  { name, address, requests }: Lane,
  scale: Scale,
  moment: CloseUp,
  id: string,
  sides: readonly string[],
): Row[] {
  const row: Row = {
    height: laneHeight,
    draw: (y) => answerRuns(requests, moment).map((run) => drawn(run, scale, id, sides, y)),
  };
  return [heading(name, address === '' ? 'no address' : `at ${address}`), row, space(4)];
}

function drawn(run: AnswerRun, scale: Scale, id: string, sides: readonly string[], y: number): Html {
  const { from, to, side = 'nobody', errors, requests } = run;
  const isFailing = errors.length > 0;
  const words = isFailing ? errors.join(', or ') : side;
  const fill = isFailing ? failedFill(id) : toneOf(id, Math.max(0, sides.indexOf(side)));
  const title = `${preciseClockText(from)} to ${preciseClockText(to)}: ${words} (${plural(requests, 'request')})`;
  const x = scale.x(from);
  return html`<g class="stretch" data-from="${from}" data-to="${to}"><title>${title}</title><rect x="${x}" width="${scale.width(from, to)}" y="${y}" height="${laneHeight}" fill="${fill}"/>${isFailing && html`<line class="hole" x1="${x}" x2="${x}" y1="${y}" y2="${y + laneHeight}"/>`}</g>${plate(scale, from, to, words, y, laneHeight)}`;
}
