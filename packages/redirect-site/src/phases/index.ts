import type { Phase, SiteJournal } from '../journal';
import { certificate } from './certificate';
import { checking } from './checking';
import { development } from './development';
import { distribution } from './distribution';
import { givingBack } from './giving-back';
import { FOR_EVER, type Rule } from './phase';
import { publishing } from './publishing';
import { records } from './records';
import { removing } from './removing';
import { restoring } from './restoring';
import { staging } from './staging';
import { store } from './store';
import { sweeping } from './sweeping';
import { takingOver } from './taking-over';
import { testing } from './testing';
import { trimming } from './trimming';

const done: Rule = {
  looks: [],
  budgetMinutes: FOR_EVER,
  decide: ({ journal }) => ({ kind: 'done', forget: false, message: doneMessage(journal) }),
};

/** Everything is as it was before the run, which says why it did not come further. */
const failed: Rule = {
  looks: [],
  budgetMinutes: FOR_EVER,
  decide: ({ journal: { because, live } }) => ({
    kind: 'fail',
    code: because?.code ?? 'NotStabilized',
    message: `${live ? `The site still answers by generation ${live.number}.` : 'Nothing is left of the site.'} ${because?.message ?? ''}`,
  }),
};

/**
 * The whole machine: what each phase looks at, how long it may take, and what it decides.
 *
 *     CHECKING ─ STORE ─ STAGING ─ DEVELOPMENT ─ TESTING ─ CERTIFICATE ─ GIVING_BACK ─ PUBLISHING
 *         │ the same content is live already ───────────────┘                              │
 *                  DONE ─ SWEEPING ─ TRIMMING ─ RECORDS ─ TAKING_OVER ─ DISTRIBUTION ◄─────┘
 *
 *     before the publish, on trouble:   RESTORING ─ FAILED     (nothing live yet: REMOVING ─ FAILED)
 *     a host cannot be taken over:      FAILED, and it is where it was
 *     on delete:                        REMOVING
 */
export const phases: Readonly<Record<Phase, Rule>> = {
  CHECKING: checking,
  STORE: store,
  STAGING: staging,
  DEVELOPMENT: development,
  TESTING: testing,
  CERTIFICATE: certificate,
  GIVING_BACK: givingBack,
  PUBLISHING: publishing,
  DISTRIBUTION: distribution,
  TAKING_OVER: takingOver,
  RECORDS: records,
  TRIMMING: trimming,
  SWEEPING: sweeping,
  DONE: done,
  RESTORING: restoring,
  REMOVING: removing,
  FAILED: failed,
};

/** Before the flip, so that nobody has noticed anything. */
export const isBeforePublish = (phase: Phase): boolean =>
  ['STORE', 'STAGING', 'DEVELOPMENT', 'TESTING', 'CERTIFICATE', 'GIVING_BACK', 'PUBLISHING'].includes(phase);

/** Nothing can be late or in trouble here. */
export const isAtRest = (phase: Phase): boolean => ['CHECKING', 'DONE', 'FAILED'].includes(phase);

function doneMessage({ live, slots }: SiteJournal): string {
  const waiting = slots.reduce((sum, { keptOut }) => sum + keptOut.length, 0);
  const others = waiting === 0 ? '' : ` ${waiting} hosts wait for DNS or a certificate: see HostStates.`;
  return `Generation ${live?.number} answers by ${live?.ruleCount} rules; ${live?.testsPassed} tests passed.${others}`;
}

export * from './phase';
