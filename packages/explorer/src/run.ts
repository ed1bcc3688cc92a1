import { type Journal, openCreate, openDelete } from '@cutover/alias-migration';
import { secondsToMs } from '@cutover/ground';
import type { TurnResult } from '@cutover/handler-kit';
import type { World } from '@cutover/local-aws';
import { type Checker, type End, judgeOf, type Violation } from './checkers';
import { act, nextActAt } from './customer';
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
  const time: Time = {
    world,
    look: judge.look,
    other: { nextAt: () => nextActAt(scenario, world), act: () => act(scenario, world) },
  };
  let { turns } = from;

  const repeat = async (action: Moment['action'], known: number, created: Kind): Promise<Kind> => {
    let revision = known;
    for (; turns < TURNS_MAX; turns++) {
      onTurn({ world, action, created, turns, revision });
      const result = await turnIn({
        id: MIGRATION_ID,
        ...time,
        asker: administratorIn(scenario.migration.accountId),
        health: scenario.health,
        open: openingOf(scenario, action, revision, world),
        seenRevision: revision,
      });
      if (result !== 'killed' && result.kind !== 'inProgress') return endOf(result);
      if (result !== 'killed') revision = result.revision;
      const seconds = result === 'killed' ? AFTER_KILL_SECONDS : result.delaySeconds;
      pass(time, secondsToMs(seconds));
    }
    return 'endless';
  };

  judge.look();
  const created =
    from.action === 'create' ? await repeat('create', from.revision, 'inProgress') : from.created;
  const known = from.action === 'delete' ? from.revision : 0;
  const isDeleted = created === 'failed' || (created === 'succeeded' && scenario.isReturned);
  const deleted = isDeleted ? await repeat('delete', known, created) : undefined;
  settle(time);
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
