import { namesOfOurs } from '../adopted';
import { enumerate } from '../names';
import { isOfCloudFront, leadsTo } from '../records';
import {
  act,
  DEPLOYMENT_POLL_SECONDS,
  editOf,
  hold,
  LOOKS_TO_BELIEVE,
  presentOn,
  type Rule,
  to,
  wait,
} from './phase';
import { nothingToPutBack } from './restore';

/** RETURNING's first question on a delete with RESTORE_SOURCE: is there anything of ours to put back, and where to? */
export const returnHome: Rule = {
  looks: ['ends'],
  budgetMinutes: 60,
  decide: (scene) => {
    const { migration, journal, observed } = scene;
    const { source, target } = observed;
    if (!target) return nothingToPutBack(scene, 'target');
    if (!source) return nothingToPutBack(scene, 'source');
    const names = namesOfOurs(scene.journal);
    const held = presentOn(names, target);
    // One read may answer the state before the names came, and what is not put back now is forgotten.
    if (held.length < names.length && journal.passes < LOOKS_TO_BELIEVE - 1)
      return hold(`the target ${target.id} to show its names again`, 5, { passes: journal.passes + 1 });
    if (held.length === 0)
      return {
        kind: 'done',
        forget: true,
        message: `The target ${target.id} holds none of the names any more: nothing was put back.`,
      };
    // A disabled distribution still takes names, but serves none of them.
    if (!source.enabled)
      return {
        kind: 'fail',
        code: 'InvalidRequest',
        message: `The source ${source.id} is disabled, so the names would be answered by nobody there: they stay on ${target.id}. Enable the source and delete the resource again.`,
      };
    return to('RESTORING', { migration: { ...migration, aliases: held }, passes: 0 });
  },
};

/** FREEING, a delete with RELEASE: a name is let go only when no record leads it to CloudFront any more. */
export const free: Rule = {
  looks: ['ends', 'records'],
  budgetMinutes: 60,
  decide: ({ migration, observed }) => {
    const { target } = observed;
    if (!target)
      return { kind: 'done', forget: true, message: 'The target was deleted, and its names with it.' };
    const held = presentOn(migration.aliases, target);
    if (held.length === 0) {
      if (!target.deployed) return wait('the target to deploy', DEPLOYMENT_POLL_SECONDS);
      return { kind: 'done', forget: true, message: `${enumerate(migration.aliases)} released.` };
    }
    const pointed = (observed.records ?? []).filter((record) => isOfCloudFront(leadsTo(record) ?? ''));
    if (pointed.length > 0)
      return {
        kind: 'fail',
        code: 'InvalidRequest',
        message: `${enumerate(pointed.map((record) => record.name))} still points to CloudFront, so releasing would break it. Remove the records, then delete again.`,
      };
    const edit = { addAliases: [], removeAliases: held };
    const action = editOf('target', target, edit);
    return act(action, `Releasing ${enumerate(held)}.`);
  },
};
