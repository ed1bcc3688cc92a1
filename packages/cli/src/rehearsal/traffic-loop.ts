import type { Instant } from '@cutover/ground';
import type { Timeline } from '@cutover/local-aws';
import type { Traffic } from '@cutover/traffic-probe';
import type { ChangeWatch } from './near-change';

/** The world is looked at so often, whatever the traffic's own pace, so that no change comes unannounced. */
const lookEveryMs = 500;

export interface TrafficLoop {
  readonly timeline: Timeline;
  readonly traffic: Traffic;
  readonly watch: ChangeWatch;
  /** Whether this was the last beat. */
  isOver(now: Instant): boolean;
  /** Between two beats, with the clock standing still. */
  rest(now: Instant): Promise<void>;
}

/** Puts the traffic on the event queue, beat after beat: dense near changes of the world, steady otherwise. */
export function keepTraffic(loop: TrafficLoop): void {
  const beat = async (): Promise<void> => {
    const now = loop.timeline.now();
    const near = loop.watch.isNear(now);
    await loop.traffic.tick(now, near);
    await loop.rest(now);
    if (loop.isOver(now)) return;
    loop.timeline.at(Math.min(loop.traffic.dueAt(now, near), now + lookEveryMs), 'traffic', beat);
  };
  loop.timeline.at(loop.timeline.now(), 'traffic', beat);
}
