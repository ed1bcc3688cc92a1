import { managedCachePolicies } from '../managed/cache-policies';
import { managedOriginRequestPolicies } from '../managed/origin-request-policies';
import { managedResponseHeadersPolicies } from '../managed/response-headers-policies';
import type { Entities, Entity } from './entity';

/** What every account has before anybody makes anything: the policies that AWS manages. */
export const initialEntities = (): Entities => ({
  cachePolicies: byId(managedCachePolicies),
  originRequestPolicies: byId(managedOriginRequestPolicies),
  responseHeadersPolicies: byId(managedResponseHeadersPolicies),
  originAccessControls: new Map(),
  originAccessIdentities: new Map(),
  publicKeys: new Map(),
  keyGroups: new Map(),
  keyValueStores: new Map(),
  functions: new Map(),
});

const byId = <C>(entities: readonly Entity<C>[]): Map<string, Entity<C>> =>
  new Map(entities.map((entity) => [entity.id, entity]));
