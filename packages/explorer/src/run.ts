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
import { type Checker, checkersOf, type Violation } from './checkers';
import { Killed, lineTo, portsInProcess } from './port';
import type { Case } from './worlds';

export interface Outcome {
  readonly created: TurnResult<Journal>['kind'] | 'endless';
  /** Only after a failed create, as CloudFormation does. */
  readonly deleted?: TurnResult<Journal>['kind'] | 'endless';
  readonly turns: number;
  readonly violations: readonly Violation[];
  readonly world: World;
}

/** A forward run takes about a hundred turns here; a day of them means that it never ends. */
const TURNS_MAX = 3000;
/** How long CloudFormation waits before it calls a handler again that died. */
const AFTER_KILL_SECONDS = 1;

/** One life of the resource in one world: create, and delete when the create failed, watched at every instant. */
export async function live(scenario: Case, world: World): Promise<Outcome> {
  const checkers = checkersOf(scenario, world);
  const violations: Violation[] = [];
  const watch = (): void => void violations.push(...inspect(checkers, world, violations));
  let turns = 0;

  const repeat = async (open: Open): Promise<Outcome['created']> => {
    let seen = 0;
    while (turns++ < TURNS_MAX) {
      const result = await turnIn(scenario, world, watch, (stored) => open(stored, seen));
      if (result !== 'killed' && result.kind !== 'inProgress') return endOf(result);
      if (result !== 'killed') seen = result.journal?.revision ?? seen;
      pass(world, secondsToMs(result === 'killed' ? AFTER_KILL_SECONDS : result.delaySeconds), watch);
    }
    return 'endless';
  };

  watch();
  const wish = { migrationId: 'am-1', migration: scenario.migration, declared: {} };
  const created = await repeat((stored) => openCreate({ ...wish, now: world.now })(stored));
  const deleted =
    created === 'failed'
      ? await repeat((stored, seen) => openDelete(wish.migrationId, seen > 0, world.now)(stored))
      : undefined;
  settle(world, watch);
  violations.push(...checkers.flatMap((checker) => checker.atEnd?.(world, { created, deleted }) ?? []));
  return { created, deleted, turns, violations, world };
}

/** CloudFormation takes "not found" on a delete for success: whoever deleted it, it is gone. */
const endOf = (result: TurnResult<Journal>): Outcome['created'] =>
  result.kind === 'failed' && result.code === 'NotFound' ? 'succeeded' : result.kind;

type Open = (stored: Journal | undefined, seenRevision: number) => Opening<Journal>;

/** One turn, and the time that its calls have cost. */
async function turnIn(
  { migration, health }: Case,
  world: World,
  watch: () => void,
  open: (stored: Journal | undefined) => Opening<Journal>,
): Promise<TurnResult<Journal> | 'killed'> {
  const line = lineTo(world, watch);
  const ports = portsInProcess(world, line, migration, health);
  const store = migrationJournals(ports.parameters);
  const domain = migrationDomain(() => ports, store);
  const result = await survived(() => takeTurn({ domain, store, id: 'am-1', open, now: world.now }));
  pass(world, line.spentMs(), watch);
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
function pass(world: World, ms: number, watch: () => void): void {
  const until = world.now + ms;
  for (let at = nextChangeAt(world); at !== undefined && at <= until; at = nextChangeAt(world)) {
    advance(world, at);
    watch();
  }
  advance(world, until);
}

/** What is still on its way arrives, so that the end is the end. */
function settle(world: World, watch: () => void): void {
  for (let at = nextChangeAt(world); at !== undefined; at = nextChangeAt(world)) {
    advance(world, at);
    watch();
  }
}

/** Each law's first breach is enough: the rest follows from it. */
function inspect(checkers: readonly Checker[], world: World, known: readonly Violation[]): Violation[] {
  return checkers
    .filter((checker) => !known.some((violation) => violation.law === checker.law))
    .flatMap((checker) => checker.atEveryInstant?.(world)?.slice(0, 1) ?? []);
}
