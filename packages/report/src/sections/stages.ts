import { groupBy } from '@cutover/ground';
import { clockText } from '../format';
import { type Html, html, nothing } from '../html';
import type { RunRecord, Stage } from '../record';
import type { Segment } from '../svg/bars';
import { table } from './section';

/** The phases of each migration as a bar; what was said within one phase is in the table. */
export function stageSegments({ stages = [], durationSeconds }: RunRecord): Map<string, Segment[]> {
  const segments = new Map<string, Segment[]>();
  for (const [of, ofOne] of groupBy(stages, (stage) => stage.of)) {
    const phases = ofOne.filter((stage, i) => stage.phase !== ofOne[i - 1]?.phase);
    const bars = phases.map(({ t, phase, wayBack }, i) => {
      const to = phases[i + 1]?.t ?? durationSeconds;
      const title = `${clockText(t)} to ${clockText(to)}: ${phase}. Way back: ${wayBack.how}`;
      return { from: t, to, label: phase, title, tone: i };
    });
    segments.set(of, bars);
  }
  return segments;
}

/** The stage that a migration was in at a time, by the newest one that had begun. */
export const stageAt = (stages: readonly Stage[], t: number): Stage | undefined =>
  stages.filter((stage) => stage.t <= t).at(-1);

/** What each migration said of itself, turn by turn. */
export function stageTable({ stages = [] }: RunRecord): Html {
  if (stages.length === 0) return nothing;
  const rows = stages.map(
    ({ t, of, phase, says }) =>
      html`<tr><td class="time">${clockText(t)}</td><td>${of}</td><td class="code">${phase}</td><td class="words">${says}</td></tr>`,
  );
  return html`<details><summary>What the handler said, turn by turn (${stages.length})</summary>${table(
    'What the handler said at the end of its turns',
    ['Time', 'Migration', 'Phase', 'Said'],
    rows,
  )}</details>`;
}
