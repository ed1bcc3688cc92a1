import type { Instant } from '@cutover/ground';
import type { World } from '@cutover/local-aws';
import { nearChangeRadiusMs } from '@cutover/traffic-probe';

/**
 * Traffic is dense from so long before a change of the world until so long after it: the stretch for which the verdict
 * states its shortest visible hole, and half again for a change that is noticed late.
 */
const nearMs = nearChangeRadiusMs * 1.5;

/**
 * Tells whether something that viewers can notice changes about now: a point of presence takes a configuration, a
 * function or its items, or a zone is published. It asks the world only, never the planner, whose changes it is there to judge.
 */
export class ChangeWatch {
  private readonly seen = new Set<Instant>();

  constructor(private readonly world: World) {}

  /** To be asked at least every few seconds, for an applied entry leaves no trace in the world. */
  isNear(now: Instant): boolean {
    for (const time of dueTimes(this.world)) this.seen.add(time);
    for (const time of this.seen) if (time < now - nearMs) this.seen.delete(time);
    return [...this.seen].some((time) => Math.abs(time - now) <= nearMs);
  }
}

function dueTimes(world: World): Instant[] {
  const edges = world.edges.flatMap((edge) => edge.queue.map((entry) => entry.appliesAt));
  const zones = [...world.hostedZones.values()].flatMap((zone) => zone.pending.map((each) => each.appliesAt));
  const functionsAndItems = world.edges.flatMap((edge) => edge.arriving.map((each) => each.appliesAt));
  return [...edges, ...functionsAndItems, ...zones];
}
