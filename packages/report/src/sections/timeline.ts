import { countText, plural } from '../format';
import { type Html, html } from '../html';
import { namesOf } from '../lanes';
import type { Outage } from '../outages';
import type { RunRecord, Step } from '../record';
import { stretchesOf } from '../stretches';
import { bar } from '../svg/bars';
import { chart, heading, type Row, space } from '../svg/chart';
import { markers, stepLines } from '../svg/markers';
import { type Scale, scaleOf } from '../svg/scale';
import { outageMarks, trafficLane } from '../svg/traffic';
import { dnsSegments } from './dns';
import { section } from './section';
import { stageSegments } from './stages';
import { toneClass } from './tone';

const chartId = 'timeline-chart';
const laneHeight = 30;

/** The whole run: who answered each name, what DNS said, which phase ran, and the steps under it. */
export function timeline(run: RunRecord, outages: readonly Outage[], sides: readonly string[]): Html {
  const scale = scaleOf(0, run.durationSeconds);
  const steps = run.steps ?? [];
  const lanes = namesOf(run.requests).flatMap((name) => nameRows(run, name, outages, sides, scale));
  const stages = stageRows(run, scale);
  const body = [...lanes, ...stages];
  const height = body.reduce((sum, row) => sum + row.height, 0);
  const rows = [stepLines(scale, steps, height), ...body, ...stepRows(scale, steps)];
  const label = `Who answered each name over ${plural(Math.round(run.durationSeconds), 'second')}`;
  const intro =
    run.clock === 'virtual'
      ? 'Each second of virtual time, from the first request on. Point at it for the numbers; the same is in the tables below.'
      : 'Each second, from the first request on. Point at it for the numbers; the same is in the tables below.';
  return section('timeline', 'Timeline', intro, [
    legend(sides, run.figures.failed > 0),
    chart(scale, rows, { id: chartId, label }),
  ]);
}

function nameRows(
  run: RunRecord,
  name: string,
  outages: readonly Outage[],
  sides: readonly string[],
  scale: Scale,
): Row[] {
  const requests = run.requests.filter((request) => request.name === name);
  const failed = requests.filter((request) => request.failed).length;
  const note = `${plural(requests.length, 'request')}, ${countText(failed)} failed; now answered by ${run.finalSide[name] ?? 'nobody'}`;
  const look = { chartId, scale, sides, height: laneHeight };
  return [
    heading(name, note),
    outageMarks(
      scale,
      outages.filter((outage) => outage.name === name),
    ),
    trafficLane(look, stretchesOf(requests, sides, run.durationSeconds)),
    ...dnsSegments(run, name).map((segments) => bar(scale, segments)),
    space(10),
  ];
}

const stageRows = (run: RunRecord, scale: Scale): Row[] =>
  [...stageSegments(run)].flatMap(([of, segments]) => [
    heading(of, 'phases of the migration'),
    bar(scale, segments),
    space(8),
  ]);

const stepRows = (scale: Scale, steps: readonly Step[]): Row[] =>
  steps.length === 0
    ? []
    : [
        heading('Steps', 'numbered as in the list below'),
        markers(
          scale,
          steps.map((step, i) => ({ step, number: i + 1 })),
        ),
      ];

const legend = (sides: readonly string[], isFailing: boolean): Html =>
  html`<ul class="legend" aria-label="Legend">${sides.map(
    (side) => html`<li><span class="swatch ${toneClass(side, sides)}"></span>answered by ${side}</li>`,
  )}${isFailing && html`<li><span class="swatch chip-failed"></span>failed</li>`}</ul>`;
