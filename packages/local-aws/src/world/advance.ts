import type { Instant } from '@cutover/ground';
import { settleCertificates } from './acm/validation';
import { nextArrivalAt, takeArrivals } from './arrivals';
import { applyDueZoneChanges, nextZoneChangeAt } from './route53/publish';
import type { Edge, World } from './world';

/**
 * Lets time pass: edges take up the configurations and name servers the records that are due at or before `to`.
 * Each edge and each zone keeps its own order, and none sees another, so they are taken one after the other.
 */
export function advance(world: World, to: Instant): void {
  if (to <= world.now) return;
  world.now = to;
  for (const edge of world.edges) {
    applyDue(edge, to);
    takeArrivals(edge, to);
  }
  applyDueZoneChanges(world, to);
  settleCertificates(world);
  for (const [alias, leaving] of world.leavingAliases) {
    if (leaving.freeAt <= to) world.leavingAliases.delete(alias);
  }
}

function applyDue(edge: Edge, now: Instant): void {
  for (let entry = edge.queue[0]; entry && entry.appliesAt <= now; entry = edge.queue[0]) {
    for (const { distributionId, served } of entry.changes) {
      if (served) edge.serving.set(distributionId, served);
      else edge.serving.delete(distributionId);
    }
    if (entry.invalidates) edge.invalidated.push({ ...entry.invalidates, at: entry.appliesAt });
    edge.queue.shift();
  }
}

/** When an edge or a name server next answers something else; undefined when the world is at rest. */
export function nextChangeAt(world: World): Instant | undefined {
  let next = nextZoneChangeAt(world) ?? Number.POSITIVE_INFINITY;
  for (const edge of world.edges)
    next = Math.min(next, edge.queue[0]?.appliesAt ?? next, nextArrivalAt(edge));
  return next === Number.POSITIVE_INFINITY ? undefined : next;
}
