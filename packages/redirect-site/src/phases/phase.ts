import { type Instant, secondsToMs } from '@cutover/ground';
import type { FailureName, HandlerErrorCode, Step } from '@cutover/handler-kit';
import { codeOf } from '../items/content';
import { nameOf, type Phase, type SiteJournal } from '../journal';
import type { Action, Look, Observed } from '../observed';
import type { FunctionDraft } from '../port';

/** What a rule decides on. */
export interface Scene {
  readonly journal: SiteJournal;
  readonly observed: Observed;
  readonly now: Instant;
}

export type Outcome =
  | Exclude<Step<Action>, { kind: 'do' | 'unwind' | 'wait' }>
  | {
      readonly kind: 'act';
      readonly action: Action;
      readonly message: string;
      readonly delaySeconds: number;
      /** Written before the action: what the world could not tell afterwards. */
      readonly note?: Partial<SiteJournal>;
    }
  | {
      readonly kind: 'wait';
      readonly for: string;
      readonly delaySeconds: number;
      readonly note?: Partial<SiteJournal>;
    }
  /** The phase's goal is reached. */
  | { readonly kind: 'to'; readonly phase: Phase; readonly note?: Partial<SiteJournal> }
  /** Something was learnt: decide again in the same phase. */
  | { readonly kind: 'learn'; readonly note: Partial<SiteJournal> }
  /** Forward is over: put everything back as the live generation has it. */
  | { readonly kind: 'back'; readonly code: HandlerErrorCode; readonly message: string };

export interface Rule {
  readonly looks: readonly Look[];
  /** How long the phase may take. */
  readonly budgetMinutes: number;
  /** Failures that pass by themselves here, though elsewhere they would end the run. */
  readonly patientWith?: readonly FailureName[];
  readonly decide: (scene: Scene) => Outcome;
}

export const to = (phase: Phase, note?: Partial<SiteJournal>): Outcome => ({ kind: 'to', phase, note });
export const learn = (note: Partial<SiteJournal>): Outcome => ({ kind: 'learn', note });
export const wait = (what: string, delaySeconds: number, note?: Partial<SiteJournal>): Outcome => ({
  kind: 'wait',
  for: what,
  delaySeconds,
  note,
});
export const act = (
  action: Action,
  message: string,
  { delaySeconds = 5, note }: { delaySeconds?: number; note?: Partial<SiteJournal> } = {},
): Outcome => ({ kind: 'act', action, message, delaySeconds, note });
export const back = (message: string, code: HandlerErrorCode = 'InvalidRequest'): Outcome => ({
  kind: 'back',
  code,
  message,
});
export const refuse = (message: string, code: HandlerErrorCode = 'InvalidRequest'): Outcome => ({
  kind: 'refuse',
  code,
  message: `Nothing was changed. ${message}`,
});

/** Deployments take minutes; asking every 15 s is the pace of AWS's own sample. */
export const DEPLOYMENT_POLL_SECONDS = 15;
/** How long written items may take to every edge. AWS says "a few seconds"; nobody tells when they are there. */
const SPREAD_SECONDS = 30;
/** Undefined where what was written is everywhere. */
export function spreading({ journal, now }: Scene): Outcome | undefined {
  const leftMs = (journal.writtenAt ?? 0) + secondsToMs(SPREAD_SECONDS) - now;
  return leftMs > 0 ? wait('the items to reach every edge', Math.ceil(leftMs / 1000)) : undefined;
}

/** One read may answer the state before the last change: so many looks in a row are believed. */
export const LOOKS_TO_BELIEVE = 3;

export const FOR_EVER = Number.POSITIVE_INFINITY;

/** The function that shall run, as it is sent. */
export const draftOf = ({ siteId, next, live, declared }: SiteJournal, storeArn: string): FunctionDraft => ({
  name: nameOf(siteId),
  comment: commentOf(siteId, declared.Comment),
  code: codeOf((next ?? live)?.number ?? 0),
  storeArn,
});

/** CloudFront takes 128 characters. */
export const commentOf = (siteId: string, comment: string | undefined): string =>
  `Redirect site ${siteId}${comment === undefined ? '' : `: ${comment}`}`.slice(0, 128);
