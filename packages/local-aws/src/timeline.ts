import type { Instant } from '@cutover/ground';

/**
 * The one event queue. Time moves only from one event to the next, and an event is awaited to its end before
 * the next begins: no handler runs and no request is in flight while the clock moves, and turns never overlap.
 */
export interface Timeline {
  now(): Instant;
  /** Runs `run` at `time` (at once if that is past). Ties go by `priority` word, then in order of asking. */
  at(time: Instant, actor: string, run: () => void | Promise<void>): void;
  /** A flow of work that sleeps in virtual time; started at once, it counts as busy until it sleeps or ends. */
  spawn(actor: string, flow: (sleeper: Sleeper) => Promise<void>): Promise<void>;
  /** Takes events in order until `until()` is true or nothing is left. */
  run(until?: () => boolean): Promise<void>;
  /** Takes every event that is due at or before `time`, then sets the clock to `time`. */
  runTo(time: Instant): Promise<void>;
}

/** What a flow waits with. */
export interface Sleeper {
  sleep(ms: number): Promise<void>;
}

interface Event {
  readonly time: Instant;
  readonly tie: number;
  readonly order: number;
  readonly run: () => void | Promise<void>;
}

/** What the queue needs from the world: when it changes by itself next, and a way to let that happen. */
export interface SelfMoving {
  nextChangeAt(): Instant | undefined;
  advanceTo(time: Instant): void;
}

/**
 * @param start the first instant
 * @param world moved along before every event, change by change
 * @param tieOf seeded order of events at the same instant, by actor
 */
export function timelineOf(start: Instant, world: SelfMoving, tieOf: (actor: string) => number): Timeline {
  let now = start;
  let asked = 0;
  const queue: Event[] = [];

  const at: Timeline['at'] = (time, actor, run) => {
    const event = { time: Math.max(time, now), tie: tieOf(actor), order: asked++, run };
    const after = queue.findIndex((other) => isBefore(event, other));
    queue.splice(after === -1 ? queue.length : after, 0, event);
  };

  const moveTo = (time: Instant): void => {
    world.advanceTo(time);
    now = time;
  };

  const spawn: Timeline['spawn'] = (actor, flow) => {
    let idle: () => void = () => {};
    const untilIdle = () => new Promise<void>((resolve) => (idle = resolve));
    const sleep = (ms: number): Promise<void> =>
      new Promise((wake) => {
        at(now + ms, actor, () => {
          const rested = untilIdle();
          wake();
          return rested;
        });
        idle();
      });
    const started = untilIdle();
    const finished = flow({ sleep }).finally(() => idle());
    // The first stretch of the flow is an event of its own, so that time waits for it too.
    at(now, actor, () => started);
    return finished;
  };

  const takeNext = async (): Promise<boolean> => {
    const event = queue.shift();
    if (!event) return false;
    moveTo(event.time);
    await event.run();
    return true;
  };

  return {
    now: () => now,
    at,
    spawn,
    run: async (until = () => false) => {
      while (!until() && (await takeNext()));
    },
    runTo: async (time) => {
      while (queue[0] && queue[0].time <= time) await takeNext();
      if (time > now) moveTo(time);
    },
  };
}

const isBefore = (one: Event, other: Event): boolean =>
  one.time - other.time < 0 ||
  (one.time === other.time && (one.tie < other.tie || (one.tie === other.tie && one.order < other.order)));
