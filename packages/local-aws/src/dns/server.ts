import type { Instant } from '@cutover/ground';
import * as dnsPacket from 'dns-packet';
import type { CachedAnswer, World } from '../world/world';
import { authorityAnswer } from './authority';
import { listen, type Respond } from './listener';
import { encodeReply, type Reply, typeOfQuestion, udpLimit } from './message';
import { resolve } from './resolver';

export interface DnsServers {
  /** Answers for every name server of the world: 198.51.100.1 to .4, port 53. */
  readonly authorityPort: number;
  /** Answers for the public recursive resolver: 192.0.2.53, port 53. */
  readonly resolverPort: number;
  stop(): Promise<void>;
}

/**
 * DNS on loopback over UDP and TCP. The resolver is the view of a viewer: recursive, with a cache of its own, so
 * it goes on with old answers when the authority has new ones.
 * @param now virtual time, for the cache
 */
export async function startDns(world: World, now: () => Instant): Promise<DnsServers> {
  const cache = new Map<string, CachedAnswer>();
  const authority = await listen(
    responder((name, type) => ({
      ...authorityAnswer(world, name, type),
      flags: dnsPacket.AUTHORITATIVE_ANSWER,
    })),
  );
  const resolver = await listen(
    responder((name, type) => ({
      ...resolve(world, cache, name, type, now()),
      flags: dnsPacket.RECURSION_AVAILABLE,
    })),
  );
  return {
    authorityPort: authority.port,
    resolverPort: resolver.port,
    stop: async () => {
      await Promise.all([authority.stop(), resolver.stop()]);
    },
  };
}

const responder =
  (answer: (name: string, type: string) => Reply): Respond =>
  (bytes, over) => {
    const query = decoded(bytes);
    if (query?.type !== 'query') return undefined;
    const limit = over === 'udp' ? udpLimit(query) : 65_535;
    const question = query.questions[0];
    if (query.opcode !== 'QUERY') return encodeReply(query, { code: 'NOTIMP', answers: [], flags: 0 }, limit);
    if (!question || query.questions.length > 1)
      return encodeReply(query, { code: 'FORMERR', answers: [], flags: 0 }, limit);
    return encodeReply(query, answer(question.name, typeOfQuestion(question.type)), limit);
  };

/** dns-packet throws plain errors on bytes that are no DNS message; those get no answer, as from real servers. */
function decoded(bytes: Buffer): dnsPacket.DecodedPacket | undefined {
  try {
    return dnsPacket.decode(bytes);
  } catch {
    return undefined;
  }
}
