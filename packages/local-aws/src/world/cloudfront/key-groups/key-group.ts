import type { KeyGroupConfig } from '@aws-sdk/client-cloudfront';
import { AwsFailure } from '../../failure';
import { newUuid } from '../../ids';
import { type EntityKind, entityFailures } from '../entities/kind';
import { visibleEntity } from '../entities/versions';
import { invalidArgument } from '../failures';
import { publicKey } from '../public-keys/public-key';
import { distributionsUsing } from '../references';

const mostKeys = 5;

/** The keys that a behaviour trusts. IAM has no resource of this kind. */
export const keyGroup: EntityKind<KeyGroupConfig> = {
  all: (world) => world.keyGroups,
  newId: newUuid,
  quota: 10,
  failures: entityFailures({
    noSuch: ['NoSuchResource', 'A resource that was specified is not valid.'],
    alreadyExists: [
      'KeyGroupAlreadyExists',
      'A key group with this name already exists. You must provide a unique name. To modify an existing key group, ' +
        'use UpdateKeyGroup.',
    ],
    inUse: ['ResourceInUse', 'Cannot delete this resource because it is in use.'],
    tooMany: [
      'TooManyKeyGroups',
      'You have reached the maximum number of key groups for this Amazon Web Services account.',
    ],
  }),
  accepted(given, { world, accountId }) {
    const { Name, Items = [] } = given;
    if (!Name) throw invalidArgument('The parameter Name is required.');
    if (Items.length === 0) throw invalidArgument('A key group must have at least one public key.');
    if (Items.length > mostKeys)
      throw new AwsFailure(
        'TooManyPublicKeysInKeyGroup',
        400,
        `The number of public keys in this key group is more than the maximum allowed (${mostKeys}).`,
      );
    for (const id of Items) {
      if (!visibleEntity(world, publicKey, accountId, id))
        throw invalidArgument(`The public key ${id} does not exist in this account.`);
    }
    return given;
  },
  clashes: (one, other) => one.Name === other.Name,
  isUsed: (world, { id }) => distributionsUsing(world, 'keyGroups', id).length > 0,
};
