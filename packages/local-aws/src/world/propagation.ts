import { type Instant, secondsToMs } from '@cutover/ground';
import type { Distribution, EdgeEntry, ServedConfig, World } from './world';

/** What edges get to serve of a distribution. */
export const servedOf = (distribution: Distribution): ServedConfig => ({
  distributionId: distribution.id,
  accountId: distribution.accountId,
  domainName: distribution.domainName,
  config: distribution.config,
});

/**
 * Sends the present configuration of these distributions to every edge as ONE entry: an edge changes its mind
 * about all of them at the same instant, which is what makes an alias move atomic for its viewers. "Successive
 * configuration changes propagate in their respective order" (CloudFront Developer Guide), so on each edge no
 * entry overtakes an older one.
 */
export function propagate(world: World, distributions: readonly Distribution[]): void {
  const entry = enqueue(
    world,
    distributions.map((distribution) => ({
      distributionId: distribution.id,
      served: servedOf(distribution),
    })),
  );
  for (const distribution of distributions) Object.assign(distribution, entry);
}

/** Tells every edge to forget a deleted distribution. @returns when the last one has. */
export const withdraw = (world: World, distributionId: string): Instant =>
  enqueue(world, [{ distributionId, served: undefined }]).deployedAt;

function enqueue(world: World, changes: EdgeEntry['changes']): Pick<Distribution, 'entry' | 'deployedAt'> {
  const number = ++world.sequence;
  let last = world.now;
  for (const edge of world.edges) {
    const delayMs = secondsToMs(
      world.chance.between(...world.knobs.edgeDelaySeconds, edge.name, 'delay', number),
    );
    const appliesAt = Math.max(world.now + Math.round(delayMs), edge.queue.at(-1)?.appliesAt ?? 0);
    edge.queue.push({ number, appliesAt, changes });
    last = Math.max(last, appliesAt);
  }
  const tailMs = secondsToMs(world.chance.between(...world.knobs.deployTailSeconds, 'edges', 'tail', number));
  return { entry: number, deployedAt: last + Math.round(tailMs) };
}

/** Puts a configuration on every edge at once: for what existed before the world began. */
export function deployAtOnce(world: World, distribution: Distribution): void {
  for (const edge of world.edges) edge.serving.set(distribution.id, servedOf(distribution));
  distribution.deployedAt = world.now;
}

/** Delays every entry that was made after `sequence`, and the deployment that it is part of. */
export function postpone(world: World, sequence: number, ms: number): void {
  for (const edge of world.edges) {
    edge.queue.forEach((entry, index) => {
      if (entry.number > sequence) edge.queue[index] = { ...entry, appliesAt: entry.appliesAt + ms };
    });
  }
  for (const distribution of world.distributions.values()) {
    if (distribution.entry > sequence) distribution.deployedAt += ms;
  }
}

/**
 * Whether all edges have the newest configuration. Those modelled one by one are not all there are: the status
 * waits for `deployedAt` too.
 */
export const isDeployed = (world: World, distribution: Distribution): boolean =>
  world.now >= distribution.deployedAt &&
  world.edges.every((edge) => edge.queue[0] === undefined || edge.queue[0].number > distribution.entry);
