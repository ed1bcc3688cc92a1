import { chanceOf, type Instant } from '@cutover/ground';
import { initialEntities } from './cloudfront/entities/initial';
import { type Knobs, likelyKnobs } from './knobs';
import type { Account, Edge, World } from './world';

export interface WorldOptions {
  /** The same seed gives the same ids, delays and latencies. */
  readonly seed: string;
  readonly startedAt: Instant;
  /** Departures from the likely knobs. */
  readonly knobs?: Partial<Knobs>;
  /** The first one is the default account. */
  readonly accounts?: readonly Account[];
}

/** Documented example number; the account of whoever does not say which one. */
const defaultAccount: Account = { id: '111122223333', name: 'default' };

/** Real location codes, so that `x-amz-cf-pop` looks like what people know. */
const locations = ['FRA56-P4', 'IAD12-P2', 'NRT57-C1', 'SYD62-C2', 'GRU3-P1', 'BOM78-P5'];

/** A world in which nothing has happened yet: accounts, edges and what AWS itself puts into every account. */
export function createWorld(options: WorldOptions): World {
  const knobs = { ...likelyKnobs, ...options.knobs };
  const accounts = options.accounts?.length ? options.accounts : [defaultAccount];
  return {
    chance: chanceOf(options.seed),
    knobs,
    startedAt: options.startedAt,
    now: options.startedAt,
    sequence: 0,
    accounts: new Map(accounts.map((account) => [account.id, account])),
    sessions: new Map(),
    roles: new Map(),
    distributions: new Map(),
    ...initialEntities(),
    leavingAliases: new Map(),
    edges: Array.from({ length: knobs.edgeCount }, (_, index) => edgeAt(index)),
    invalidations: new Map(),
    hostedZones: new Map(),
    changes: new Map(),
    certificates: new Map(),
    storeItems: new Map(),
    buckets: new Map(),
    parameters: new Map(),
    alarms: new Map(),
    stacks: new Map(),
    changeSets: new Map(),
    stackOrders: [],
    driftDetections: new Map(),
    types: new Map(),
    registrations: new Map(),
    publishers: new Map(),
    publicTypes: new Map(),
    activations: new Map(),
    typeConfigurations: new Map(),
    typeTests: [],
    testVerdicts: new Map(),
    connections: new Map(),
    stackSets: new Map(),
    stackSetOrders: [],
    exports: new Map(),
    cloudFrontResolverCache: new Map(),
    ownerHistory: [],
    calls: [],
    faults: [],
  };
}

/** Addresses from TEST-NET-3: they mean nothing outside this machine. */
const edgeAt = (index: number): Edge => ({
  name: locations[index] ?? `POP${index + 1}-P1`,
  address: `203.0.113.${10 * (index + 1)}`,
  serving: new Map(),
  queue: [],
  invalidated: [],
  functions: new Map(),
  stores: new Map(),
  arriving: [],
});
