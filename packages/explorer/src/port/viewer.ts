import { isIP } from 'node:net';
import type { ViewerAnswer, ViewerPort } from '@cutover/alias-migration';
import {
  type CachedAnswer,
  certificateCovers,
  type Edge,
  handshakeOf,
  resolve,
  routeTo,
  type World,
} from '@cutover/local-aws';

import { BYPASS_ADDRESS } from '../cast';

/** Which names a distribution answers badly, and how: the world's origins, as far as a viewer notices them. */
export type Health = (distributionId: string, host: string) => number;

/** The viewer's world without sockets: public DNS with a fresh cache, each edge's own view, the origin's health. */
export function viewerInProcess(world: World, health: Health): ViewerPort {
  return {
    request: async ({ via, host }) => {
      if (isIP(via)) return [answerAt(world, via, host, health)];
      const { code, answers } = resolve(world, new Map<string, CachedAnswer>(), via, 'A', world.now);
      const addresses = answers.filter((answer) => answer.type === 'A').map((answer) => answer.data);
      if (addresses.length === 0)
        return [{ address: via, kind: 'failed', reason: `DNS gives no address for ${via}: ${code}` }];
      return addresses.map((address) => answerAt(world, address, host, health));
    },
  };
}

function answerAt(world: World, address: string, host: string, health: Health): ViewerAnswer {
  // The customer's own endpoint, past CloudFront: it knows nothing of distributions.
  if (address === BYPASS_ADDRESS)
    return { address, kind: 'answered', status: 200, headers: { 'x-served-by': 'bypass' } };
  const edge = world.edges.find((candidate) => candidate.address === address);
  if (!edge) return { address, kind: 'failed', reason: 'no route to host' };
  // A viewer checks the certificate before it asks for anything.
  const { certificateNames } = handshakeOf(world, edge, host);
  return certificateNames.some((name) => certificateCovers(name, host))
    ? answerOf(edge, host, health)
    : { address, kind: 'failed', reason: `the certificate does not cover ${host}` };
}

function answerOf(edge: Edge, host: string, health: Health): ViewerAnswer {
  const served = routeTo(edge, host);
  if (!served) return { address: edge.address, kind: 'answered', status: 403, headers: {} };
  const headers = { 'x-served-by': served.distributionId };
  return { address: edge.address, kind: 'answered', status: health(served.distributionId, host), headers };
}
