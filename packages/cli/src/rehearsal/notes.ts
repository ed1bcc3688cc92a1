import { emptyStores, leftOutOf, missingEntities, type World } from '@cutover/local-aws';
import { commandFor } from './entities';

/** What the verdict does not cover: features that the local edges pass over, and what nobody brought along. */
export function notesOn(world: World): string[] {
  const leftOut = [...world.distributions.values()].flatMap(({ id, config }) => {
    const parts = leftOutOf(config);
    return parts.length === 0
      ? []
      : [`${id} uses ${parts.join(', ')}: kept as configured, but the local edges do not act on them.`];
  });
  return [...leftOut, ...notesOnMissing(world), ...notesOnEmptyStores(world)];
}

/** Each with the command whose output would bring it along. */
const notesOnMissing = (world: World): string[] =>
  missingEntities(world).map(
    ({ distributionId, accountId, kind, id }) =>
      `${distributionId} names ${id}, which is not in the folder; its rules are not rehearsed. With credentials of ` +
      `account ${accountId}, add the output of ${commandFor(kind, id)} under before.${kind}.`,
  );

/** Items are not in any output of the AWS CLI that a folder takes. */
const notesOnEmptyStores = (world: World): string[] =>
  emptyStores(world).map(
    ({ distributionId, functionArn, storeId }) =>
      `${distributionId} runs ${functionArn}, which reads the key value store ${storeId}: it has no items here, so the ` +
      'function finds nothing in it.',
  );
