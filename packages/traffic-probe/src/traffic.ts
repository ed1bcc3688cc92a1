import type { Instant } from '@cutover/ground';
import { type Addresses, DnsFailure } from './dns/answer';
import { dnsCache } from './dns/cache';
import { dnsClient } from './dns/client';
import { httpsClient } from './https/client';
import type { Outcome } from './https/outcome';
import { judge } from './judge';
import { checkPlan, type TrafficPlan, type Wiring } from './plan';
import type { LookupRecord, RequestRecord } from './request-record';
import { turnFor } from './schedule/connection-turns';
import { scheduleOf, type Turn } from './schedule/schedule';

/** Steady traffic. Whoever owns the clock calls `tick` at each instant that `dueAt` names. */
export interface Traffic {
  /**
   * The next instant later than `after` at which some name has a request due.
   * @param nearChange whether the network is about to change or just did; decided by who sees the network itself
   */
  dueAt(after: Instant, nearChange: boolean): Instant;
  /**
   * Sends every request that is due at this virtual instant, one to each address of each name, all at once, and
   * comes back when the last is answered: time stands still meanwhile. The first tick asks for every name.
   */
  tick(now: Instant, nearChange: boolean): Promise<void>;
  readonly log: readonly RequestRecord[];
  /** In order of time; of one instant in order of names. */
  readonly lookups: readonly LookupRecord[];
  stop(): void;
}

/** @param startedAt the instant that the log and the beats count from */
export function startTraffic(plan: TrafficPlan, wiring: Wiring, startedAt: Instant = 0): Traffic {
  checkPlan(plan);
  const schedule = scheduleOf(plan, wiring.seed);
  const resolver = dnsClient(wiring.resolver);
  const lookups: LookupRecord[] = [];
  const dns = dnsCache((name, t) => noted(resolver.ask(name), name, t, lookups));
  const https = httpsClient(wiring.routes, wiring.caPem);
  const log: RequestRecord[] = [];

  const ask = async (
    { plan: { name, path, expect }, beat }: Turn,
    t: number,
    nearChange: boolean,
  ): Promise<RequestRecord[]> => {
    const turnAt = (index: number) => turnFor(beat, index, nearChange);
    const found = await dns.addressesOf(name, t).catch(dnsFailure);
    if (found instanceof DnsFailure) {
      const { connection } = turnAt(0);
      return [{ t, name, address: '', connection, error: found.message, failed: true }];
    }
    return Promise.all(
      found.map(async (address, index) => {
        const turn = turnAt(index);
        const { protocol, retried421, ...outcome } = await https.get(name, path, address, turn, t);
        return {
          t,
          name,
          address,
          connection: turn.connection,
          ...(protocol && { protocol }),
          ...judge(outcome as Outcome, expect),
          ...(retried421 && { retried421 }),
        };
      }),
    );
  };

  return {
    log,
    lookups,
    dueAt: (after, nearChange) => startedAt + schedule.dueAt(after - startedAt, nearChange),
    async tick(now, nearChange) {
      const t = now - startedAt;
      const answered = await Promise.all(
        schedule.take(t, nearChange).map((turn) => ask(turn, t, nearChange)),
      );
      // In the order of the plan, whoever answered first: the same seed gives the same log.
      log.push(...answered.flat());
    },
    stop() {
      https.stop();
      resolver.stop();
    },
  };
}

/** Lookups of one instant are answered in any order, and kept in the order of names: the same seed, the same log. */
async function noted(
  asked: Promise<Addresses>,
  name: string,
  t: number,
  lookups: LookupRecord[],
): Promise<Addresses> {
  const note = (found: Omit<LookupRecord, 't' | 'name'>): void => {
    const after = lookups.findLastIndex((each) => each.t < t || (each.t === t && each.name <= name));
    lookups.splice(after + 1, 0, { t, name, ...found });
  };
  try {
    const answer = await asked;
    note({ addresses: answer.addresses, through: answer.through });
    return answer;
  } catch (error) {
    const { message } = dnsFailure(error);
    note({ addresses: [], through: [], error: message });
    throw error;
  }
}

function dnsFailure(error: unknown): DnsFailure {
  if (error instanceof DnsFailure) return error;
  throw error;
}
