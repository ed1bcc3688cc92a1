import type { Instant } from '@cutover/ground';
import type { FailureName, HandlerErrorCode, Step } from '@cutover/handler-kit';
import { type Action, type Before, isBackwards, type Journal, type Phase } from '../journal';
import type { Migration } from '../migration';
import type { Look, Observed } from '../observed';
import type { Distribution, DistributionEdit, Side } from '../port';
import { next, roadOf } from '../strategies';
import { namesSoFar, wavesOf } from '../waves';

export type { Look } from '../observed';

/** What a rule decides on. */
export interface Scene {
  readonly migration: Migration;
  readonly journal: Journal;
  readonly observed: Observed;
  readonly now: Instant;
}

/** The scene of a run whose preflight has passed: both ends are there and the past is known. */
export interface Run extends Scene {
  readonly before: Before;
  readonly source: Distribution;
  readonly target: Distribution;
  /** Those of the current wave and of the waves before it. */
  readonly names: readonly string[];
}

export type Outcome =
  | Step<Action>
  /** The phase's goal is reached. */
  | { readonly kind: 'to'; readonly phase: Phase; readonly note?: Partial<Journal> }
  /** Wait, and remember something meanwhile. */
  | {
      readonly kind: 'hold';
      readonly for: string;
      readonly delaySeconds: number;
      readonly note: Partial<Journal>;
    }
  /** Forward is over: put everything back. */
  | { readonly kind: 'back'; readonly code: HandlerErrorCode; readonly message: string };

export interface Rule<S extends Scene = Scene> {
  readonly looks: readonly Look[];
  /** How long the phase may take before the names go back. */
  readonly budgetMinutes: number;
  /** The same where the migration says otherwise. */
  readonly budgetOf?: (migration: Migration) => number | undefined;
  /** It knows itself what is missing when its time is up, and says so. */
  readonly endsItself?: (migration: Migration) => boolean;
  /** Failures that pass by themselves here, though elsewhere they would end the run. */
  readonly patientWith?: readonly FailureName[];
  readonly decide: (scene: S) => Outcome;
}

/** A rule for a run under way; a distribution that has vanished turns it back. */
export const ruleOfRun = (rule: Rule<Run>): Rule => ({
  ...rule,
  decide: (scene) => {
    const { before } = scene.journal;
    const { source, target } = scene.observed;
    if (!before)
      throw new Error(`The journal has no record of the world before phase ${scene.journal.phase}.`);
    if (source && target)
      return rule.decide({ ...scene, before, source, target, names: namesAtHand(scene.journal, before) });
    const lost = source
      ? `target ${scene.migration.target.distributionId}`
      : `source ${scene.migration.source.distributionId}`;
    const message = `The ${lost} cannot be found any more. Was it deleted while the names were moving? Find out who did, and declare one that is there before you try again.`;
    return { kind: isBackwards(scene.journal.phase) ? 'fail' : 'back', code: 'ResourceConflict', message };
  },
});

/** What a road does once, before the waves, it does for all names. */
const namesAtHand = (journal: Journal, { strategy }: Before): readonly string[] =>
  roadOf(journal.migration, strategy).once.includes(journal.phase)
    ? journal.migration.aliases
    : namesSoFar(journal);

export const to = (phase: Phase, note?: Partial<Journal>): Outcome => ({ kind: 'to', phase, note });
/** The phase's goal is reached: on to the next one of the strategy's road, or of the next wave. */
export function onward({ migration, journal, before }: OnTheRoad, note: Partial<Journal> = {}): Outcome {
  const { phase, wave = 0 } = journal;
  const stop = next(roadOf(migration, before.strategy), { phase, wave }, wavesOf(migration).length);
  return to(stop?.phase ?? 'SETTLING', stop ? { ...note, wave: stop.wave } : note);
}
type OnTheRoad = Pick<Run, 'migration' | 'journal' | 'before'>;

export const wait = (reason: string, delaySeconds: number): Outcome => ({
  kind: 'wait',
  for: reason,
  delaySeconds,
});
export const hold = (reason: string, delaySeconds: number, note: Partial<Journal>): Outcome => ({
  kind: 'hold',
  for: reason,
  delaySeconds,
  note,
});
export const act = (action: Action, message: string, delaySeconds = 5): Outcome => ({
  kind: 'do',
  action,
  message,
  delaySeconds,
});

/** Whole seconds, so that a wait of so long is never too short; 0 or less: it is past. */
export const secondsUntil = (at: Instant, now: Instant): number => Math.ceil((at - now) / 1000);

/** An edit of one side, on the ETag that was seen. */
export const editOf = (side: Side, { id, etag }: Distribution, edit: DistributionEdit): Action => ({
  kind: 'editDistribution',
  side,
  distributionId: id,
  edit,
  etag,
});

/** Deployments take minutes; asking every 15 s is the pace of AWS's own sample, and far below any known rate limit. */
export const DEPLOYMENT_POLL_SECONDS = 15;

/**
 * How many looks it takes to believe that somebody else interferes: one read of CloudFront may answer the state
 * before the last change.
 */
export const LOOKS_TO_BELIEVE = 3;

export const absentFrom = (aliases: readonly string[], distribution: Distribution): string[] =>
  aliases.filter((alias) => !distribution.aliases.includes(alias));

export const presentOn = (aliases: readonly string[], distribution: Distribution): string[] =>
  aliases.filter((alias) => distribution.aliases.includes(alias));
