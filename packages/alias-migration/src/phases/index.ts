import type { Journal, Phase } from '../journal';
import { enumerate } from '../names';
import { addWildcard } from './add-wildcard';
import { attach } from './attach';
import { awaitDns, checkDns } from './await-dns';
import { canary } from './canary';
import { claim } from './claim';
import { arrive, disableSource } from './disable-source';
import { divert, drain } from './divert';
import { dnsGate } from './dns-gate';
import { edgeCheck } from './edge-check';
import { free, returnHome } from './free';
import { halted, halting } from './halt';
import { lock } from './lock';
import { moveAliases } from './move-aliases';
import { moveDns } from './move-dns';
import type { Rule } from './phase';
import { preflight } from './preflight';
import { proving } from './prove';
import { release } from './release';
import { restore } from './restore';
import { placeSemaphore } from './semaphore';
import { doneMessage, settle } from './settle';
import { bake, verify } from './verify';

const FOR_EVER = Number.POSITIVE_INFINITY;

const planned: Rule = {
  looks: [],
  budgetMinutes: FOR_EVER,
  decide: () => ({
    kind: 'done',
    forget: false,
    message: 'Planned only: nothing was changed. Set PlanOnly to false to move.',
  }),
};

const done: Rule = {
  looks: [],
  budgetMinutes: FOR_EVER,
  decide: ({ journal }) => ({ kind: 'done', forget: false, message: doneMessage(journal) }),
};

/** Everything is back. A delete has what it asked for; a create has failed, and says why. */
const restored: Rule = {
  looks: [],
  budgetMinutes: FOR_EVER,
  decide: ({ journal }) => {
    const because = journal.because?.message ?? 'the migration was taken back.';
    if (journal.deleting)
      return { kind: 'done', forget: true, message: `${stateOf(journal)} Because: ${because}` };
    const message = `${because} ${stateOf(journal)}`;
    return { kind: 'fail', code: journal.because?.code ?? 'NotStabilized', message };
  },
};

function stateOf({ touched, strays = [] }: Journal): string {
  if (!touched) return 'Nothing was changed.';
  if (strays.length === 0) return 'The names are back on the source.';
  return `${enumerate(strays)} is held by somebody else by now and was left there; all else is back.`;
}

/** The whole machine: what each phase looks at, how long it may take, and what it decides. */
export const phases: Readonly<Record<Phase, Rule>> = {
  PREFLIGHT: preflight,
  PLANNED: planned,
  PLACING_SEMAPHORE: placeSemaphore,
  AWAITING_DNS: awaitDns,
  CHECKING_DNS: checkDns,
  LOCKING: lock,
  ATTACHING: attach,
  ADDING_WILDCARD: addWildcard,
  CANARY: canary,
  RELEASING: release,
  PROVING: proving,
  DISABLING: disableSource,
  MOVING_ALIASES: moveAliases,
  ARRIVING: arrive,
  DIVERTING: divert,
  DRAINING: drain,
  EDGE_CHECK: edgeCheck,
  VERIFYING: verify,
  BAKING: bake,
  MOVING_DNS: moveDns,
  DNS_GATE: dnsGate,
  CLAIMING: claim,
  SETTLING: settle,
  DONE: done,
  HALTING: halting,
  HALTED: halted,
  RETURNING: returnHome,
  RESTORING: restore,
  RESTORED: restored,
  FREEING: free,
};

export * from './phase';
