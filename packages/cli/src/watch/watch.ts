import { ask } from './ask';
import { dnsOf, dnsText } from './dns';
import { type Expectation, judge } from './judge';
import type { Network } from './network';
import type { Sample } from './sample';
import type { WatchTarget } from './target';

export interface WatchRequest {
  readonly targets: readonly WatchTarget[];
  readonly expect: Expectation;
  readonly everySeconds: number;
  /** Ends by itself after so long; goes on until the signal where it is left out. */
  readonly forSeconds?: number;
  readonly network: Network;
}

/** Time, as the face has it. */
export interface Clock {
  /** Milliseconds that only go forward. */
  now(): number;
  /** Comes back early when the signal is given. */
  sleep(ms: number, signal: AbortSignal): Promise<void>;
}

/**
 * Asks every URL once a beat until the signal, and hands each sample on as it comes. Beats are not put off by slow
 * answers: what hangs for ten seconds must not hide what else happens meanwhile.
 * @returns the samples, in the order in which their requests began
 */
export async function watch(
  request: WatchRequest,
  clock: Clock,
  signal: AbortSignal,
  onSample: (sample: Sample) => void,
): Promise<Sample[]> {
  const startedAt = clock.now();
  const look = looker(request, () => clock.now() - startedAt);
  const samples: Sample[] = [];
  const pending = new Set<Promise<void>>();
  for (let beat = 0; !signal.aborted; beat++) {
    const dueAt = beat * request.everySeconds * 1000;
    if (request.forSeconds !== undefined && dueAt >= request.forSeconds * 1000) break;
    await clock.sleep(Math.max(0, dueAt - (clock.now() - startedAt)), signal);
    if (signal.aborted) break;
    for (const target of request.targets) {
      const asked = look(target, beat).then((sample) => {
        samples.push(sample);
        onSample(sample);
        pending.delete(asked);
      });
      pending.add(asked);
    }
  }
  await Promise.all(pending);
  return samples.sort((one, other) => one.t - other.t);
}

/** One look at one URL, each beat at the next of the name's addresses. */
function looker({ network, expect }: WatchRequest, now: () => number) {
  const resolve = dnsOf(network);
  return async (target: WatchTarget, beat: number): Promise<Sample> => {
    const t = now();
    const seen = await resolve(target.name);
    const about = { t, url: target.url, name: target.name, dns: dnsText(seen) };
    const address = seen.addresses[beat % Math.max(1, seen.addresses.length)];
    if (address === undefined)
      return { ...about, address: '', tookMs: now() - t, error: seen.error, failed: true };
    const answer = await ask(target, address, network);
    return { ...about, address, tookMs: now() - t, ...judge(answer, expect) };
  };
}
