import { nobody, type RequestRecord, type Verdict, verdict } from '@cutover/traffic-probe';
import type { Sample } from './sample';

/** What a watch saw in all. Times are milliseconds since it began. */
export interface WatchSummary {
  readonly verdict: 'NO GAP' | 'GAP';
  readonly requests: number;
  readonly failed: number;
  readonly longestGapMs: number;
  /** What was between two requests is not known: shorter holes stay unseen. */
  readonly everyMs: number;
  /** Who answered each URL last. */
  readonly finalWho: Readonly<Record<string, string>>;
  readonly switches: Verdict['switches'];
  readonly failures: Verdict['failures'];
}

/** An answer that carries nothing to tell its giver by. */
export const unmarked = 'somebody unmarked';

/** Judges with the rules of a rehearsal's traffic; all addresses of a URL are one lane, asked in turns. */
export function summaryOf(samples: readonly Sample[], everySeconds: number): WatchSummary {
  const { requests, failed, longestGapMs, switches, failures } = verdict(samples.map(recordOf));
  const last = new Map(samples.map((sample) => [sample.url, answererOf(sample)]));
  return {
    verdict: failed > 0 ? 'GAP' : 'NO GAP',
    requests,
    failed,
    longestGapMs,
    everyMs: everySeconds * 1000,
    finalWho: Object.fromEntries(last),
    switches,
    failures,
  };
}

/** Who answered, in words, where nobody or no mark did. */
export const answererOf = ({ failed, status, who }: Sample): string =>
  who ?? (failed && status === undefined ? nobody : unmarked);

const recordOf = ({ t, url, status, who, error, failed }: Sample): RequestRecord => ({
  t,
  name: url,
  address: '',
  connection: 'new',
  ...(status !== undefined && { status }),
  ...(who !== undefined && { side: who }),
  ...(error !== undefined && { error }),
  failed,
});
