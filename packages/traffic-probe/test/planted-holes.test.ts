import type { RequestRecord, TrafficPlan } from '../src';
import { verdict } from '../src';
import { scheduleOf } from '../src/schedule/schedule';
import { planFor } from './support/plans';

/**
 * The promise of the report, tried at every millisecond: a run of half a minute with one change of side, the
 * beats of the real schedule, and an edge that fails from `t` until `t + length`.
 */
const addresses = ['203.0.113.10', '203.0.113.20', '203.0.113.30'];
const changeAt = 15_000;
const endsAt = 30_000;
const isDense = (t: number): boolean => Math.abs(t - changeAt) <= 5000;
const isHole = (t: number, from: number, length: number): boolean => t >= from && t < from + length;

interface Hole {
  readonly address: string;
  readonly from: number;
  readonly length: number;
}

function run(plan: TrafficPlan, seed: string, hole?: Hole): RequestRecord[] {
  const schedule = scheduleOf(plan, seed);
  const log: RequestRecord[] = [];
  for (let t = 0; t <= endsAt; t = schedule.dueAt(t, isDense(t))) {
    for (const turn of schedule.take(t, isDense(t))) {
      for (const address of addresses) {
        const failed = hole?.address === address && isHole(t, hole.from, hole.length);
        const side = t < changeAt ? 'source' : 'target';
        log.push({ t, name: turn.plan.name, address, connection: 'new', side, failed });
      }
    }
  }
  return log;
}

const requestTimes = (log: readonly RequestRecord[], name: string): number[] =>
  log.filter((record) => record.name === name && record.address === addresses[1]).map(({ t }) => t);

/** Every whole millisecond between two at which a hole of this length would begin and hold no request. */
function escaping(times: readonly number[], length: number, earliest: number, latest: number): number[] {
  const starts = Array.from({ length: latest - earliest + 1 }, (_, i) => earliest + i);
  return starts.filter((from) => !times.some((t) => isHole(t, from, length)));
}

describe.each(['one', 'two', 'three'])('with seed %s', (seed) => {
  const plan = planFor('a.example.com', 'b.example.com');
  const calm = run(plan, seed);
  const { shortestVisibleHoleMs: anywhere, shortestVisibleHoleNearChangeMs: nearChange } = verdict(calm);

  it('a run states 500 ms, and 100 ms near the change', () => {
    expect({ anywhere, nearChange }).toEqual({ anywhere: 500, nearChange: 100 });
  });

  it.each(['a.example.com', 'b.example.com'])('every hole of that length is seen on %s', (name) => {
    const times = requestTimes(calm, name);
    const last = times.at(-1) ?? 0;
    expect(escaping(times, anywhere, 0, last - anywhere)).toEqual([]);
    expect(escaping(times, nearChange ?? 0, changeAt - 2000, changeAt + 2000)).toEqual([]);
  });

  it.each(['a.example.com', 'b.example.com'])('a hole one millisecond shorter can escape on %s', (name) => {
    const times = requestTimes(calm, name);
    expect(escaping(times, anywhere - 1, 0, changeAt - 6000)).not.toEqual([]);
    expect(escaping(times, (nearChange ?? 0) - 1, changeAt - 2000, changeAt + 2000)).not.toEqual([]);
  });

  it('a planted hole at one of three edges fails the run, and the edge is named', () => {
    for (let from = 50; from < endsAt - 600; from += 611) {
      const { failures, failed } = verdict(
        run(plan, seed, { address: '203.0.113.20', from, length: anywhere }),
      );
      expect(failed).toBeGreaterThan(0);
      expect(failures.every((group) => group.addresses.join() === '203.0.113.20')).toBe(true);
    }
  });
});
