import { checkPlan, type TrafficPlan } from '../src/plan';
import { turnFor } from '../src/schedule/connection-turns';
import { scheduleOf } from '../src/schedule/schedule';
import { planFor } from './support/plans';

/** Every beat of a run that is dense in some stretches. */
function beats(
  plan: TrafficPlan,
  seed: string,
  untilMs: number,
  isDense: (t: number) => boolean = () => false,
) {
  const schedule = scheduleOf(plan, seed);
  const taken: { t: number; name: string }[] = [];
  for (let t = 0; t <= untilMs; t = schedule.dueAt(t, isDense(t))) {
    for (const turn of schedule.take(t, isDense(t))) taken.push({ t, name: turn.plan.name });
  }
  return taken;
}

describe('the beats of a name', () => {
  it('come at the base rate while nothing changes', () => {
    expect(beats(planFor('a.example.com'), 'seed', 60_000).length).toBeGreaterThanOrEqual(120);
  });

  it('come at least ten times in every second near a change', () => {
    const times = beats(planFor('a.example.com'), 'seed', 60_000, () => true).map(({ t }) => t);
    for (let from = 0; from < 59_000; from += 37) {
      expect(times.filter((t) => t >= from && t < from + 1000).length).toBeGreaterThanOrEqual(10);
    }
  });

  it('get denser at once when a change comes near, and keep their base beats', () => {
    const base = beats(planFor('a.example.com'), 'seed', 10_000).map(({ t }) => t);
    const dense = beats(planFor('a.example.com'), 'seed', 10_000, (t) => t > 5000).map(({ t }) => t);
    expect(dense).toEqual(expect.arrayContaining(base));
    const near = dense.filter((t) => t > 5000);
    const distances = near.slice(1).map((t, i) => t - (near[i] ?? 0));
    expect(Math.max(...distances)).toBe(100);
  });

  it('are the same for the same seed, and others for another', () => {
    const plan = planFor('a.example.com', 'b.example.com');
    expect(beats(plan, 'one', 5000)).toEqual(beats(plan, 'one', 5000));
    expect(beats(plan, 'one', 5000)).not.toEqual(beats(plan, 'two', 5000));
  });

  it('do not change when another name is asked as well', () => {
    const alone = beats(planFor('a.example.com'), 'seed', 5000);
    const both = beats(planFor('a.example.com', 'b.example.com'), 'seed', 5000);
    expect(both.filter(({ name }) => name === 'a.example.com')).toEqual(alone);
  });
});

const connectionFor = (...turn: Parameters<typeof turnFor>) => turnFor(...turn).connection;

describe('connections', () => {
  it('are new and kept by turns at each address, one in three new near a change', () => {
    expect([0, 1, 2, 3].map((beat) => connectionFor(beat, 0, true))).toEqual(['new', 'kept', 'kept', 'new']);
  });

  it('are new one time in six where nothing changes', () => {
    const kinds = [0, 1, 2, 3, 4, 5, 6].map((beat) => connectionFor(beat, 0, false));
    expect(kinds).toEqual(['new', 'kept', 'kept', 'kept', 'kept', 'kept', 'new']);
  });

  it.each([0, 1, 2])('are of both kinds in beat %d near a change of a name with three addresses', (beat) => {
    const kinds = [0, 1, 2].map((address) => connectionFor(beat, address, true)).sort();
    expect(kinds).toEqual(['kept', 'kept', 'new']);
  });
});

describe('HTTP/2', () => {
  test.each([
    ['near a change', true],
    ['where nothing changes', false],
  ])('is offered on half of the new connections and about half of the kept ones %s', (_, nearChange) => {
    const turns = Array.from({ length: 360 }, (_each, beat) => turnFor(beat, 0, nearChange));
    for (const connection of ['new', 'kept'] as const) {
      const ofKind = turns.filter((turn) => turn.connection === connection);
      const share = ofKind.filter(({ offers }) => offers === 'h2').length / ofKind.length;
      expect(share).toBeGreaterThanOrEqual(0.4);
      expect(share).toBeLessThanOrEqual(0.6);
    }
  });
});

describe('a plan is refused', () => {
  const good = planFor('a.example.com');
  test.each([
    ['without names', { ...good, names: [] }, /no name/],
    ['with no requests', { ...good, requestsPerSecond: 0 }, /must be above 0/],
    ['with too few requests near a change', { ...good, requestsPerSecondNearChange: 8 }, /at least 10/],
    ['whose two beats do not fit', { ...good, requestsPerSecond: 3 }, /not a multiple/],
  ])('%s', (_, plan, message) => {
    expect(() => checkPlan(plan)).toThrow(message);
  });
});
