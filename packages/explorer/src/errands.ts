import { type Migration, openCreate, openDelete, openUpdate } from '@cutover/alias-migration';
import { type Instant, secondsToMs } from '@cutover/ground';
import type { HandlerErrorCode } from '@cutover/handler-kit';
import { type AskAs, administratorIn, type Health } from './port';
import { AFTER_KILL_SECONDS, type Open, pass, settle, type Time, TURNS_MAX, turnIn } from './turns';

/** What a stack asks of one resource. */
export interface Errand {
  readonly id: string;
  readonly action: 'create' | 'update' | 'delete';
  readonly migration: Migration;
  /** Whose keys the handler has; left out: an administrator of the migration's account. */
  readonly asker?: AskAs;
}

/** How it ended; nothing yet while it is under way. */
export interface Run extends Errand {
  /** When its next turn is due. */
  readonly at: Instant;
  readonly turns: number;
  readonly revision: number;
  readonly ended?: {
    readonly kind: 'succeeded' | 'failed';
    readonly code?: HandlerErrorCode;
    readonly message: string;
  };
}

export interface Stage extends Time {
  readonly health: Health;
}

export const under = (errand: Errand, at: Instant): Run => ({ ...errand, at, turns: 0, revision: 0 });

/** One turn of a run. */
export async function step(stage: Stage, run: Run): Promise<Run> {
  const { world } = stage;
  const { id, migration, revision, turns } = run;
  const asker = run.asker ?? administratorIn(migration.accountId);
  const open = openingOf(run, world.now);
  const result = await turnIn({ ...stage, id, asker, open, seenRevision: revision });
  const later = (seconds: number) => ({ at: world.now + secondsToMs(seconds), turns: turns + 1 });
  if (result === 'killed') return { ...run, ...later(AFTER_KILL_SECONDS) };
  if (result.kind === 'inProgress')
    return { ...run, ...later(result.delaySeconds), revision: result.revision };
  return { ...run, ...later(0), ended: result };
}

function openingOf({ id, action, migration, revision }: Run, now: Instant): Open {
  const declared = JSON.parse(JSON.stringify(migration)) as Record<string, unknown>;
  const wish = { migrationId: id, migration, declared, now, seenRevision: revision };
  if (action === 'delete') return openDelete(id, revision > 0, now);
  return action === 'create' ? openCreate(wish) : openUpdate(wish);
}

/** Takes the runs' turns as they fall due, one at a time, until all have ended and nothing is on its way. */
export async function runAll(stage: Stage, runs: readonly Run[]): Promise<Run[]> {
  const current = [...runs];
  for (;;) {
    const due = current.filter(({ ended }) => !ended).toSorted((one, other) => one.at - other.at)[0];
    if (!due) break;
    if (due.turns > TURNS_MAX) throw new Error(`${due.action} of ${due.id} never ends.`);
    if (due.at > stage.world.now) pass(stage, due.at - stage.world.now);
    current[current.indexOf(due)] = await step(stage, due);
  }
  settle(stage);
  return current;
}

/** One errand after the other. @returns how each ended */
export async function runEach(stage: Stage, ...errands: readonly Errand[]): Promise<Run[]> {
  const ended: Run[] = [];
  for (const errand of errands) ended.push(...(await runAll(stage, [under(errand, stage.world.now)])));
  return ended;
}
