import type { Authority } from '@cutover/alias-migration';
import { type ResolverAt, settle } from './authority';

/**
 * The zone around a name and its servers, found by asking public DNS for NS records from the name upwards. Top-level
 * domains are no answer: nobody sets records there. Where a question gets no answer the zone is not known, for the next
 * one up may be another's.
 */
export const findAuthority =
  (resolverAt: ResolverAt) =>
  async (name: string): Promise<Authority | undefined> => {
    const resolver = resolverAt();
    const labels = name.replace(/^\*\./, '').split('.');
    for (let depth = 0; depth < labels.length - 1; depth++) {
      const apex = labels.slice(depth).join('.');
      // A resolver follows a CNAME, and would tell the servers of the zone that it leads to. No apex has one.
      const alias = await settle(() => resolver.resolveCname(apex));
      if (alias === undefined) return undefined;
      if (alias.length > 0) continue;
      const nameServers = await settle(() => resolver.resolveNs(apex));
      if (nameServers === undefined) return undefined;
      if (nameServers.length > 0) return { name: apex, nameServers: nameServers.map(plain).sort() };
    }
    return undefined;
  };

const plain = (name: string): string => name.toLowerCase().replace(/\.$/, '');
