import { codeOf } from '../items/content';
import { certificatesToRemove, removeCertificate } from './certificates';
import {
  act,
  commentOf,
  DEPLOYMENT_POLL_SECONDS,
  type Outcome,
  type Rule,
  type Scene,
  to,
  wait,
} from './phase';
import { sweep } from './sweeping';

/**
 * RESTORING: what the run has brought goes, and the live generation is alone again. Decided from what is seen, so it is
 * the same road after a failing test, a refused call and a killed turn. Viewers have noticed nothing.
 */
export const restoring: Rule = {
  looks: ['function', 'items', 'certificates'],
  budgetMinutes: 240,
  patientWith: ['InUse', 'Absent', 'Denied', 'Refused', 'QuotaReached'],
  decide: (scene) => {
    const { journal, observed } = scene;
    if (!journal.live) return to('REMOVING');
    // The publish was done, and only its answer was lost.
    const { next, live } = journal;
    if (next && next.number !== live.number && observed.live?.code === codeOf(next.number))
      return to('PUBLISHING', { because: undefined });
    return codeBack(scene) ?? itemsBack(scene) ?? certificatesBack(scene) ?? to('FAILED', asBefore(scene));
  },
};

function codeBack({ journal, observed: { live, development } }: Scene): Outcome | undefined {
  if (!live || !development || live.code === development.code) return undefined;
  const draft = {
    name: live.name,
    comment: commentOf(journal.siteId, journal.live?.declared.Comment),
    code: live.code,
    storeArn: live.storeArn ?? journal.storeArn ?? '',
  };
  return act(
    { kind: 'updateFunction', draft, etag: development.etag },
    'Putting the live generation into DEVELOPMENT again.',
  );
}

function itemsBack(scene: Scene): Outcome | undefined {
  const { items, live } = scene.observed;
  if (scene.journal.former && live?.status === 'IN_PROGRESS')
    return wait('every edge to run the live generation', DEPLOYMENT_POLL_SECONDS);
  return items?.kind === 'seen' ? sweep(scene, { ...items, isKnown: false }) : undefined;
}

/** Requested by this run: the slots as they were know nothing of them. */
function certificatesBack({ journal, observed }: Scene): Outcome | undefined {
  const kept = new Set((journal.slotsBefore ?? []).map(({ certificateArn }) => certificateArn));
  const [arn] = certificatesToRemove(journal).filter(
    (each) => !kept.has(each) && observed.certificates?.has(each),
  );
  return arn === undefined ? undefined : removeCertificate(observed.certificates?.get(arn));
}

function asBefore({ journal, observed: { items } }: Scene) {
  const { live } = journal;
  const isWhole = items?.kind === 'seen' && items.goal.itemsDigest === live?.itemsDigest;
  const keeps = journal.items?.state === 'live';
  return {
    slots: journal.slotsBefore ?? journal.slots,
    slotsBefore: undefined,
    next: undefined,
    items: keeps
      ? journal.items
      : isWhole && items.kind === 'seen'
        ? ({ etag: items.etag, state: 'live', written: 0 } as const)
        : undefined,
  };
}
