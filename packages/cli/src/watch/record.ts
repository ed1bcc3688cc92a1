import type { DnsAnswer, RunRecord } from '@cutover/report';
import type { Sample } from './sample';
import type { WatchSummary } from './summary';

/** A watch as the page of the report shows it. Of a real move it knows what users see, and no more. */
export function recordOfWatch(samples: readonly Sample[], summary: WatchSummary, seconds: number): RunRecord {
  return {
    title: `Watched ${Object.keys(summary.finalWho).join(', ')}`,
    clock: 'wall',
    durationSeconds: seconds,
    verdict: {
      passed: summary.failed === 0,
      reasons: summary.failed === 0 ? [] : [`${summary.failed} of ${summary.requests} requests failed.`],
    },
    figures: {
      requests: summary.requests,
      failed: summary.failed,
      longestGapMs: summary.longestGapMs,
      shortestVisibleHoleMs: summary.everyMs,
      shortestVisibleHoleNearChangeMs: null,
      restoreSeconds: null,
    },
    requests: samples.map(({ t, url, address, who, status, error, failed }) => ({
      t: t / 1000,
      name: url,
      address,
      ...(who !== undefined && { side: who }),
      ...(status !== undefined && { status }),
      ...(error !== undefined && { error }),
      failed,
    })),
    finalSide: summary.finalWho,
    switches: summary.switches.map((each) => ({ ...each, t: each.t / 1000 })),
    dns: dnsAnswersIn(samples),
  };
}

/** Each answer of DNS from when on it was given. */
function dnsAnswersIn(samples: readonly Sample[]): DnsAnswer[] {
  const last = new Map<string, string>();
  return samples.flatMap(({ t, name, dns }) => {
    if (dns === undefined || last.get(name) === dns) return [];
    last.set(name, dns);
    return [{ t: t / 1000, name, witness: 'public resolver' as const, answer: dns }];
  });
}
