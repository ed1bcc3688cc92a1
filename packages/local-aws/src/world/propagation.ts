import { type Instant, secondsToMs } from '@cutover/ground';
import type { Distribution, Edge, EdgeEntry, Invalidation, ServedConfig, World } from './world';

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

/** Tells every edge to forget objects of a distribution, each in its turn. Its configuration stays deployed. */
export function propagateInvalidation(
  world: World,
  distributionId: string,
  paths: readonly string[],
): Pick<Invalidation, 'entry' | 'completedAt'> {
  const { number, last } = queue(world, { changes: [], invalidates: { distributionId, paths } });
  const { invalidationTailSeconds } = world.knobs;
  const tailMs = secondsToMs(
    world.chance.between(...invalidationTailSeconds, 'edges', 'invalidation tail', number),
  );
  return { entry: number, completedAt: last + Math.round(tailMs) };
}

function enqueue(world: World, changes: EdgeEntry['changes']): Pick<Distribution, 'entry' | 'deployedAt'> {
  const { number, last } = queue(world, { changes });
  const tailMs = secondsToMs(world.chance.between(...world.knobs.deployTailSeconds, 'edges', 'tail', number));
  return { entry: number, deployedAt: last + Math.round(tailMs) };
}

/** @returns the entry's number, and when the last edge takes it */
function queue(
  world: World,
  what: Pick<EdgeEntry, 'changes' | 'invalidates'>,
): { number: number; last: Instant } {
  const number = ++world.sequence;
  let last = world.now;
  for (const edge of world.edges) {
    const delayMs = secondsToMs(
      world.chance.between(...world.knobs.edgeDelaySeconds, edge.name, 'delay', number),
    );
    const appliesAt = Math.max(world.now + Math.round(delayMs), edge.queue.at(-1)?.appliesAt ?? 0);
    edge.queue.push({ number, appliesAt, ...what });
    last = Math.max(last, appliesAt);
  }
  return { number, last };
}

/** Puts a configuration on every edge at once: for what existed before the world began. */
export function deployAtOnce(world: World, distribution: Distribution): void {
  for (const edge of world.edges) edge.serving.set(distribution.id, servedOf(distribution));
  distribution.deployedAt = world.now;
}

/** Delays every entry that was made after `sequence`, and the deployment that it is part of. */
export function postpone(world: World, sequence: number, ms: number): void {
  for (const edge of world.edges) postponeAt(edge, sequence, ms);
  for (const distribution of deployingSince(world, sequence))
    deployAt(world, distribution, distribution.deployedAt + ms);
}

/** The same at one edge only, that which has the newest entry last anyway. Deployed waits for it. */
export function detain(world: World, sequence: number, ms: number): void {
  const lastAt = (edge: Edge): Instant => edge.queue.at(-1)?.appliesAt ?? 0;
  const [edge] = world.edges.toSorted((one, other) => lastAt(other) - lastAt(one));
  if (!edge) return;
  postponeAt(edge, sequence, ms);
  for (const distribution of deployingSince(world, sequence))
    deployAt(world, distribution, Math.max(distribution.deployedAt, lastAt(edge)));
}

function postponeAt(edge: Edge, sequence: number, ms: number): void {
  edge.queue.forEach((entry, index) => {
    if (entry.number > sequence) edge.queue[index] = { ...entry, appliesAt: entry.appliesAt + ms };
  });
}

const deployingSince = (world: World, sequence: number): Distribution[] =>
  [...world.distributions.values()].filter(({ entry }) => entry > sequence);

/** What was to be free when this is deployed waits with it. */
function deployAt(world: World, distribution: Distribution, deployedAt: Instant): void {
  for (const [alias, leaving] of world.leavingAliases) {
    if (leaving.distributionId === distribution.id && leaving.freeAt === distribution.deployedAt)
      world.leavingAliases.set(alias, { ...leaving, freeAt: deployedAt });
  }
  distribution.deployedAt = deployedAt;
}

/**
 * Whether all edges have the newest configuration. Those modelled one by one are not all there are: the status
 * waits for `deployedAt` too.
 */
export const isDeployed = (world: World, distribution: Distribution): boolean =>
  world.now >= distribution.deployedAt &&
  world.edges.every((edge) => edge.queue[0] === undefined || edge.queue[0].number > distribution.entry);
