import { copyOfEntities } from './cloudfront/entities/entity';
import type { World } from './world';

/**
 * A world of its own that goes on from here: what happens in one is not seen in the other. Only what transitions
 * change in place is copied; configurations, records and calls are replaced when they change, so they are shared.
 */
export function copyOf(world: World): World {
  return {
    ...world,
    accounts: new Map(world.accounts),
    sessions: new Map(world.sessions),
    roles: new Map(world.roles),
    distributions: copiesIn(world.distributions),
    ...copyOfEntities(world),
    leavingAliases: new Map(world.leavingAliases),
    edges: world.edges.map((edge) => ({
      ...edge,
      serving: new Map(edge.serving),
      queue: [...edge.queue],
      invalidated: [...edge.invalidated],
      functions: new Map(edge.functions),
      stores: mapped(edge.stores, (items) => new Map(items)),
      arriving: [...edge.arriving],
    })),
    invalidations: new Map(world.invalidations),
    hostedZones: mapped(world.hostedZones, (zone) => ({ ...zone, pending: [...zone.pending] })),
    changes: new Map(world.changes),
    certificates: copiesIn(world.certificates),
    storeItems: mapped(world.storeItems, (store) => ({ ...store, items: new Map(store.items) })),
    buckets: mapped(world.buckets, (bucket) => ({ ...bucket, objects: new Map(bucket.objects) })),
    parameters: new Map(world.parameters),
    alarms: new Map(world.alarms),
    stacks: new Map(world.stacks),
    changeSets: new Map(world.changeSets),
    stackOrders: [...world.stackOrders],
    driftDetections: new Map(world.driftDetections),
    types: new Map(world.types),
    registrations: new Map(world.registrations),
    publishers: new Map(world.publishers),
    publicTypes: new Map(world.publicTypes),
    activations: new Map(world.activations),
    typeConfigurations: new Map(world.typeConfigurations),
    typeTests: [...world.typeTests],
    testVerdicts: new Map(world.testVerdicts),
    stackSets: new Map(world.stackSets),
    stackSetOrders: [...world.stackSetOrders],
    exports: new Map(world.exports),
    cloudFrontResolverCache: new Map(world.cloudFrontResolverCache),
    ownerHistory: [...world.ownerHistory],
    calls: [...world.calls],
    faults: world.faults.map((fault) => ({ ...fault })),
  };
}

const mapped = <K, V>(map: ReadonlyMap<K, V>, copy: (value: V) => V): Map<K, V> =>
  new Map([...map].map(([key, value]) => [key, copy(value)]));

const copiesIn = <K, V extends object>(map: ReadonlyMap<K, V>): Map<K, V> =>
  mapped(map, (value) => ({ ...value }));
