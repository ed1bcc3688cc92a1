import type { ViewerAnswer, ViewerPort } from '@cutover/alias-migration';
import { type CachedAnswer, type Edge, resolve, routeTo, type World } from '@cutover/local-aws';

/** Which names a distribution answers badly, and how: the world's origins, as far as a viewer notices them. */
export type Health = (distributionId: string, host: string) => number;

/** The viewer's world without sockets: public DNS with a fresh cache, each edge's own view, the origin's health. */
export function viewerInProcess(world: World, health: Health): ViewerPort {
  return {
    request: async ({ via, host }) => {
      const { answers } = resolve(world, new Map<string, CachedAnswer>(), via, 'A', world.now);
      const addresses = answers.filter((answer) => answer.type === 'A').map((answer) => answer.data);
      return addresses.map((address) => answerAt(world, address, host, health));
    },
  };
}

function answerAt(world: World, address: string, host: string, health: Health): ViewerAnswer {
  const edge = world.edges.find((candidate) => candidate.address === address);
  if (!edge) return { address, kind: 'failed', reason: 'no route to host' };
  return answerOf(edge, host, health);
}

function answerOf(edge: Edge, host: string, health: Health): ViewerAnswer {
  const served = routeTo(edge, host);
  if (!served) return { address: edge.address, kind: 'answered', status: 403, headers: {} };
  const headers = { 'x-served-by': served.distributionId };
  return { address: edge.address, kind: 'answered', status: health(served.distributionId, host), headers };
}
