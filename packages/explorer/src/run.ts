import {
  type Journal,
  migrationDomain,
  migrationJournals,
  openCreate,
  openDelete,
} from '@cutover/alias-migration';
import { secondsToMs } from '@cutover/ground';
import { type Opening, type TurnResult, takeTurn } from '@cutover/handler-kit';
import { advance, nextChangeAt, type World } from '@cutover/local-aws';
import { type Checker, type End, judgeOf, type Violation } from './checkers';
import { act, nextActAt } from './customer';
import { Killed, lineTo, portsInProcess } from './port';
import type { Case } from './worlds';

type Kind = TurnResult<Journal>['kind'] | 'endless';

export interface Outcome extends End {
  readonly created: Kind;
  /** After a failed create, as CloudFormation does, or where the case asks for it. */
  readonly deleted?: Kind;
  readonly turns: number;
  readonly violations: readonly Violation[];
  readonly world: World;
}

/** A life of the resource between two turns. */
export interface Moment {
  readonly world: World;
  readonly action: 'create' | 'delete';
  /** How the create has ended, where it has. */
  readonly created: Kind;
  readonly turns: number;
  /** The newest revision of the journal that CloudFormation was told of in this action. */
  readonly revision: number;
}

export interface LiveOptions {
  /** Bound to the world before the first turn. */
  readonly laws?: readonly Checker[];
  /** Before each turn. */
  readonly onTurn?: (moment: Moment) => void;
}

/** A forward run takes about a hundred turns here; a day of them means that it never ends. */
const TURNS_MAX = 3000;
/** How long CloudFormation waits before it calls a handler again that died. */
const AFTER_KILL_SECONDS = 1;

/** One life of the resource in one world: create, and delete when the create failed, watched at every instant. */
export const live = (scenario: Case, world: World, options?: LiveOptions): Promise<Outcome> =>
  liveOn(scenario, { world, action: 'create', created: 'inProgress', turns: 0, revision: 0 }, options);

/** The same from a moment on. */
export async function liveOn(
  scenario: Case,
  from: Moment,
  { laws, onTurn = () => {} }: LiveOptions = {},
): Promise<Outcome> {
  const { world } = from;
  const judge = judgeOf(scenario, world, laws);
  let { turns } = from;

  const repeat = async (action: Moment['action'], known: number, created: Kind): Promise<Kind> => {
    let revision = known;
    for (; turns < TURNS_MAX; turns++) {
      onTurn({ world, action, created, turns, revision });
      const result = await turnIn(
        scenario,
        world,
        judge.look,
        openingOf(scenario, action, revision, world),
        revision,
      );
      if (result !== 'killed' && result.kind !== 'inProgress') return endOf(result);
      if (result !== 'killed') revision = result.revision;
      const seconds = result === 'killed' ? AFTER_KILL_SECONDS : result.delaySeconds;
      pass(scenario, world, secondsToMs(seconds), judge.look);
    }
    return 'endless';
  };

  judge.look();
  const created =
    from.action === 'create' ? await repeat('create', from.revision, 'inProgress') : from.created;
  const known = from.action === 'delete' ? from.revision : 0;
  const isDeleted = created === 'failed' || (created === 'succeeded' && scenario.isReturned);
  const deleted = isDeleted ? await repeat('delete', known, created) : undefined;
  settle(world, judge.look);
  return { created, deleted, turns, violations: judge.conclude({ created, deleted }), world };
}

const MIGRATION_ID = 'am-1';

const openingOf = ({ migration }: Case, action: Moment['action'], revision: number, { now }: World): Open =>
  action === 'create'
    ? openCreate({ migrationId: MIGRATION_ID, migration, declared: {}, now })
    : openDelete(MIGRATION_ID, revision > 0, now);

/** CloudFormation takes "not found" on a delete for success: whoever deleted it, it is gone. */
const endOf = (result: TurnResult<Journal>): Kind =>
  result.kind === 'failed' && result.code === 'NotFound' ? 'succeeded' : result.kind;

type Open = (stored: Journal | undefined) => Opening<Journal>;

/** One turn, and the time that its calls have cost. */
async function turnIn(
  scenario: Case,
  world: World,
  look: () => void,
  open: Open,
  seenRevision: number,
): Promise<TurnResult<Journal> | 'killed'> {
  const line = lineTo(world, look);
  const ports = portsInProcess(world, line, scenario.migration, scenario.health);
  const store = migrationJournals(ports.parameters);
  const domain = migrationDomain(() => ports, store);
  const order = { domain, store, id: MIGRATION_ID, open, seenRevision, now: world.now };
  const result = await survived(() => takeTurn(order));
  pass(scenario, world, line.spentMs(), look);
  return line.isDead() ? 'killed' : result;
}

async function survived<T>(turn: () => Promise<T>): Promise<T | 'killed'> {
  try {
    return await turn();
  } catch (error) {
    if (error instanceof Killed) return 'killed';
    throw error;
  }
}

/** Lets time pass change by change, so that no instant is missed. */
function pass(scenario: Case, world: World, ms: number, look: () => void): void {
  const until = world.now + ms;
  const nextAt = (): number =>
    Math.min(...[nextChangeAt(world), nextActAt(scenario, world)].map((at) => at ?? Infinity));
  for (let at = nextAt(); at <= until; at = nextAt()) {
    advance(world, at);
    act(scenario, world);
    look();
  }
  advance(world, until);
}

/** What is still on its way arrives, so that the end is the end. */
function settle(world: World, look: () => void): void {
  for (let at = nextChangeAt(world); at !== undefined; at = nextChangeAt(world)) {
    advance(world, at);
    look();
  }
}
