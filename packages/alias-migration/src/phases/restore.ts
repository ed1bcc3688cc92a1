import { enumerate } from '../names';
import type { Distribution } from '../port';
import { wayOf } from '../strategies';
import { clearTarget } from './clear-target';
import {
  DEPLOYMENT_POLL_SECONDS,
  hold,
  LOOKS_TO_BELIEVE,
  type Outcome,
  type Rule,
  type Run,
  ruleOfRun,
  type Scene,
  wait,
} from './phase';
import { takeProofAway } from './prove';
import { enableAgain, returnNames, returnRecords, targetHasLetGo } from './returns';
import { takeSemaphoreAway } from './semaphore';
import { freeLocks, lostLocks } from './unlock';

const wayBack = ruleOfRun({
  looks: ['ends', 'records', 'detour', 'proof', 'semaphore', 'locks'],
  budgetMinutes: 24 * 60,
  patientWith: [
    'DnsPointsElsewhere',
    'AliasHeld',
    'CertificateRefused',
    'Refused',
    'InUse',
    'Denied',
    'QuotaReached',
  ],
  decide: (run) => {
    // What others did to the world while this run had not begun is theirs.
    if (!run.journal.touched) return takeSemaphoreAway(run) ?? freeLocks(run);
    const undo =
      enableAgain(run) ??
      returnNames(run) ??
      servesAgain(run) ??
      returnRecords(run) ??
      sourceServes(run) ??
      targetHasLetGo(run);
    if (undo) return lostLocks(run) ?? undo;
    // What serves the names until the source does goes last: one look alone may show the source of long ago.
    const cleared = clearTarget(run);
    if (cleared) return lostLocks(run) ?? lookAgain(run) ?? cleared;
    const proof = takeProofAway(run);
    if (proof) return lostLocks(run) ?? proof;
    return lookAgain(run) ?? takeSemaphoreAway(run) ?? freeLocks(run);
  },
});

/**
 * RESTORING: from wherever the run is, one change at a time, back to the world of `before`. Decided from what is
 * seen alone, so it is the same road after a sick target, a refused call, a killed turn or a delete.
 */
export const restore: Rule = {
  ...wayBack,
  decide: (scene) => {
    if (!scene.observed.source && scene.journal.deleting)
      return takeSemaphoreAway(scene) ?? nothingToPutBack(scene, 'source');
    return wayBack.decide(withTarget(scene));
  },
};

/** What a delete does without an end: it must not be stuck for ever because a distribution is gone. */
export const nothingToPutBack = ({ migration }: Scene, gone: 'source' | 'target'): Outcome => ({
  kind: 'done',
  forget: true,
  message: `The ${gone} ${migration[gone].distributionId} was deleted, so nothing was put back: ${enumerate(migration.aliases)} stay as they are.`,
});

/** A target that was deleted has nothing of ours any more, and the names can go back all the same. */
function withTarget(scene: Scene): Scene {
  const { before } = scene.journal;
  const { source, target } = scene.observed;
  if (target || !source || !before) return scene;
  const id = scene.migration.target.distributionId;
  const empty: Distribution = {
    ...source,
    ...before.target,
    id,
    aliases: [],
    deployed: true,
    enabled: false,
  };
  return { ...scene, observed: { ...scene.observed, target: empty } };
}

/** Past a bypass the records go home to a source that serves at every edge, and not before. */
const servesAgain = ({ journal, source }: Run): Outcome | undefined =>
  wayOf(journal).passesBy && !source.deployed
    ? wait(`the source ${source.id} to serve its names again, while the bypass does`, DEPLOYMENT_POLL_SECONDS)
    : undefined;

const sourceServes = ({ source }: Run): Outcome | undefined =>
  source.deployed
    ? undefined
    : wait(`the source ${source.id} to serve its names at every edge again`, DEPLOYMENT_POLL_SECONDS);

/** Everything looks as before, but a read may show the world before our own last change, whose answer was lost. */
const lookAgain = ({ journal }: Run): Outcome | undefined =>
  journal.passes < LOOKS_TO_BELIEVE - 1
    ? hold('one more look whether everything is back', 5, { passes: journal.passes + 1 })
    : undefined;
