import { viewerRequest } from '@cutover/edge-functions';
import { type Opening, type TurnResult, takeTurn } from '@cutover/handler-kit';
import {
  type Declaration,
  openCreate,
  openDelete,
  openUpdate,
  type RulesMemory,
  type SiteJournal,
  type SiteTools,
  siteDomain,
  siteJournals,
} from '../../src';
import { answersBy } from './engine';
import { Killed } from './fault';
import type { World } from './world';

export const SITE_ID = 'rs-1';

export const toolsOf = (world: World): SiteTools => ({
  runFunction: async (code, items, requests) => answersBy(code, items, requests),
  eventOf: ({ host, uri, headers, now }) => JSON.stringify(viewerRequest({ host, uri, headers, now }).event),
  answerIn: (output) => JSON.parse(output),
  clock: { now: () => world.now },
});

export type End = Exclude<TurnResult<SiteJournal>, { kind: 'inProgress' }> & { readonly turns: number };
type Open = (seenRevision: number, now: number) => (stored: SiteJournal | undefined) => Opening<SiteJournal>;

const TURNS_MAX = 600;

/** A request between two of its turns. */
export interface Moment {
  readonly turns: number;
  /** What the last answer said. */
  readonly seenRevision: number;
}

export interface Ride {
  /** Left out: the first turn. */
  readonly from?: Moment;
  /** Before each turn. */
  readonly onTurn?: (moment: Moment) => void;
  /** What the process of the next turn remembers. Left out: nothing. */
  readonly memory?: () => RulesMemory;
}

const START: Moment = { turns: 0, seenRevision: 0 };

/** Turn after turn, as CloudFormation calls them: a killed one is called again with what the last answer said. */
async function run(world: World, open: Open, { from = START, onTurn, memory }: Ride = {}): Promise<End> {
  let { seenRevision } = from;
  for (let { turns } = from; turns < TURNS_MAX; turns++) {
    onTurn?.({ turns, seenRevision });
    const store = siteJournals(world.ports.parameters);
    const domain = siteDomain(world.ports, { ...toolsOf(world), memory: memory?.() });
    const now = world.now;
    try {
      const order = { domain, store, id: SITE_ID, open: open(seenRevision, now), seenRevision, now };
      const result = await takeTurn(order);
      if (result.kind !== 'inProgress') return { ...result, turns: turns + 1 };
      seenRevision = result.revision;
      world.now += result.delaySeconds * 1000;
    } catch (error) {
      if (!(error instanceof Killed)) throw error;
    }
    world.now += 1000;
  }
  throw new Error(`No end after ${TURNS_MAX} turns.`);
}

export const create = (world: World, declared: Declaration, ride?: Ride): Promise<End> =>
  run(world, (_, now) => openCreate({ siteId: SITE_ID, declared, now }), ride);
export const update = (world: World, declared: Declaration, ride?: Ride): Promise<End> =>
  run(world, (seen, now) => openUpdate({ siteId: SITE_ID, declared, now }, seen), ride);
export const remove = (world: World, ride?: Ride): Promise<End> =>
  run(world, (seen, now) => openDelete(SITE_ID, seen > 0, now), ride);
