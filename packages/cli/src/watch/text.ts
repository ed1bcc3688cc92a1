import { failureSentence } from '@cutover/traffic-probe';
import { clockText, countText, plural, preciseClockText } from '../live/format';
import type { WatchSummary } from './summary';

/** The end of a watch, for people. */
export function summaryText(summary: WatchSummary, seconds: number): string {
  const { verdict, requests, failed, longestGapMs, everyMs, finalWho, switches, failures } = summary;
  const lines = [
    `${verdict}: ${plural(requests, 'request')} in ${clockText(seconds)}, ${countText(failed)} failed.`,
    ...(failed > 0 ? [`Longest gap: ${countText(longestGapMs)} ms.`] : []),
    `A hole shorter than ${countText(everyMs)} ms between two requests would not have been seen.`,
    '',
    ...Object.entries(finalWho).map(([url, who]) => `${url} is answered by ${who}`),
    ...switches.map(
      ({ t, name, from, to }) => `${name} went from ${from} to ${to} at ${preciseClockText(t / 1000)}`,
    ),
    ...failures.map((failure) => failureSentence(failure)),
  ];
  return `${lines.join('\n')}\n`;
}
