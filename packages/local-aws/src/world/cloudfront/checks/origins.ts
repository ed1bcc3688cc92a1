import { invalidArgument, noSuchOrigin } from '../failures';
import type { Check } from './proposal';

/** There is an origin, ids are unique, and each behaviour names one of them (or a group of them). */
export const origins: Check = (_world, { config }) => {
  const items = config.Origins?.Items ?? [];
  if (items.length === 0) throw invalidArgument('The parameter Origins must contain at least one origin.');
  const ids = new Set<string | undefined>();
  for (const { Id, DomainName } of items) {
    if (!Id || !DomainName) throw invalidArgument('An origin needs Id and DomainName.');
    if (ids.has(Id)) throw invalidArgument(`The parameter Origins contains the Id ${Id} twice.`);
    ids.add(Id);
  }
  for (const group of config.OriginGroups?.Items ?? []) ids.add(group.Id);
  for (const behavior of [config.DefaultCacheBehavior, ...(config.CacheBehaviors?.Items ?? [])]) {
    if (!ids.has(behavior?.TargetOriginId)) throw noSuchOrigin(behavior?.TargetOriginId ?? '');
  }
};
