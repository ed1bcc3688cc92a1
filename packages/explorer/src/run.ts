import { type Journal, openCreate, openDelete, openUpdate } from '@cutover/alias-migration';
import { secondsToMs } from '@cutover/ground';
import type { TurnResult } from '@cutover/handler-kit';
import type { World } from '@cutover/local-aws';
import { type Checker, type End, judgeOf, type Violation } from './checkers';
import { act, nextActAt } from './customer';
import type { Marks } from './marks';
import { administratorIn } from './port';
import { AFTER_KILL_SECONDS, type Open, pass, settle, type Time, TURNS_MAX, turnIn } from './turns';
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
  readonly action: 'create' | 'update' | 'rollback' | 'delete';
  /** How the create has ended, where it has. */
  readonly created: Kind;
  readonly turns: number;
  /** The newest revision of the journal that CloudFormation was told of in this action. */
  readonly revision: number;
}

export interface LiveOptions {
  /** Bound to the world before the first turn. */
  readonly laws?: readonly Checker[];
  /** Written into, as the run goes. */
  readonly marks?: Marks;
  /** Before each turn. */
  readonly onTurn?: (moment: Moment) => void;
  /** After each turn, before the time until the next one passes. */
  readonly onAnswer?: (moment: Moment, answer: TurnResult<Journal> | 'killed') => void;
}

/** Before the first turn. */
export const beginningOf = (world: World): Moment => ({
  world,
  action: 'create',
  created: 'inProgress',
  turns: 0,
  revision: 0,
});

/** One life of the resource in one world: create, and delete when the create failed, watched at every instant. */
export const live = (scenario: Case, world: World, options?: LiveOptions): Promise<Outcome> =>
  liveOn(scenario, beginningOf(world), options);

/** The same from a moment on. */
export async function liveOn(
  scenario: Case,
  from: Moment,
  { laws, marks, onTurn = () => {}, onAnswer = () => {} }: LiveOptions = {},
): Promise<Outcome> {
  const { world } = from;
  const judge = judgeOf(scenario, world, laws);
  const time: Time = {
    world,
    look: judge.look,
    other: { nextAt: () => nextActAt(scenario, world), act: () => act(scenario, world) },
  };
  let { turns } = from;

  const repeat = async (action: Moment['action'], known: number, created: Kind): Promise<Kind> => {
    let revision = known;
    for (; turns < TURNS_MAX; turns++) {
      const moment = { world, action, created, turns, revision };
      onTurn(moment);
      const result = await turnIn({
        id: MIGRATION_ID,
        ...time,
        asker: administratorIn(scenario.migration.accountId),
        health: scenario.health,
        open: openingOf(scenario, action, revision, world),
        seenRevision: revision,
        marks,
      });
      onAnswer(moment, result);
      if (result !== 'killed' && result.kind !== 'inProgress') return endOf(result);
      if (result !== 'killed') revision = result.revision;
      const seconds = result === 'killed' ? AFTER_KILL_SECONDS : result.delaySeconds;
      pass(time, secondsToMs(seconds));
    }
    return 'endless';
  };

  /** The create has ended with nothing moved; somebody updates the resource later. */
  const resume = (afterSeconds: number): Promise<Kind> => {
    if (from.action === 'update') return repeat('update', from.revision, 'succeeded');
    pass(time, world.startedAt + secondsToMs(afterSeconds) - world.now);
    return repeat('update', 0, 'succeeded');
  };

  judge.look();
  const created =
    from.action === 'create' ? await repeat('create', from.revision, 'inProgress') : from.created;
  const moved =
    isBefore(from.action, 'rollback') && created === 'succeeded' && scenario.resumesAfterSeconds !== undefined
      ? await resume(scenario.resumesAfterSeconds)
      : created;
  const left =
    isBefore(from.action, 'delete') && moved === 'succeeded' && scenario.isRolledBack
      ? await repeat('rollback', from.action === 'rollback' ? from.revision : 0, moved)
      : moved;
  const known = from.action === 'delete' ? from.revision : 0;
  const isDeleted = left === 'failed' || (left === 'succeeded' && scenario.isReturned);
  const deleted = isDeleted ? await repeat('delete', known, left) : undefined;
  settle(time);
  return { created: left, deleted, turns, violations: judge.conclude({ created: left, deleted }), world };
}

const MIGRATION_ID = 'am-1';

const ORDER: readonly Moment['action'][] = ['create', 'update', 'rollback', 'delete'];
const isBefore = (one: Moment['action'], other: Moment['action']): boolean =>
  ORDER.indexOf(one) < ORDER.indexOf(other);

function openingOf(
  { migration, first = migration }: Case,
  action: Moment['action'],
  revision: number,
  { now }: World,
): Open {
  const wish = { migrationId: MIGRATION_ID, migration, now, seenRevision: revision };
  const former = { ...wish, migration: first, declared: {} };
  if (action === 'create') return openCreate(former);
  if (action === 'rollback') return openUpdate(former);
  if (action === 'update') return openUpdate({ ...wish, declared: { Dns: { Resume: 'yes' } } });
  return openDelete(MIGRATION_ID, revision > 0, now);
}

/** CloudFormation takes "not found" on a delete for success: whoever deleted it, it is gone. */
const endOf = (result: TurnResult<Journal>): Kind =>
  result.kind === 'failed' && result.code === 'NotFound' ? 'succeeded' : result.kind;
