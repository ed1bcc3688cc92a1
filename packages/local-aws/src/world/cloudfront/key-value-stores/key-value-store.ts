import type { KeyValueStore as KeyValueStoreOutput } from '@aws-sdk/client-cloudfront';
import { cloudFrontArn } from '../../arns';
import { newUuid } from '../../ids';
import type { Caller, Need } from '../../operation';
import type { World } from '../../world';
import type { EdgeFunction, Entity, KeyValueStoreConfig } from '../entities/entity';
import { type EntityKind, entityFailures } from '../entities/kind';
import { visibleEntities } from '../entities/versions';
import { invalidArgument } from '../failures';

const nameForm = /^[a-zA-Z0-9-_]{1,64}$/;

/** Data that functions read at the edge. Requests name it, ARNs have its id. */
export const keyValueStore: EntityKind<KeyValueStoreConfig> = {
  arnType: 'key-value-store',
  all: (world) => world.keyValueStores,
  newId: newUuid,
  quota: 50,
  failures: entityFailures({
    noSuch: ['EntityNotFound', 'The entity was not found.'],
    alreadyExists: ['EntityAlreadyExists', 'The entity already exists. You must provide a unique entity.'],
    inUse: ['CannotDeleteEntityWhileInUse', 'The entity cannot be deleted while it is in use.'],
    tooMany: ['EntityLimitExceeded', 'The entity limit has been exceeded.'],
  }),
  accepted(given) {
    if (!nameForm.test(given.Name))
      throw invalidArgument(
        `The parameter Name is not a store's name: ${given.Name} (letters, digits, - and _).`,
      );
    if (given.Comment.length > 128)
      throw invalidArgument('The parameter Comment has more than 128 characters.');
    return given;
  },
  clashes: (one, other) => one.Name === other.Name,
  isUsed: (world, store) =>
    [...world.functions.values()].some((each) => storesOf(each).includes(storeArn(store))),
};

/** The stores of either stage. */
const storesOf = ({ development, live }: EdgeFunction): (string | undefined)[] =>
  [development, live].flatMap((version) =>
    (version?.config.KeyValueStoreAssociations?.Items ?? []).map(({ KeyValueStoreARN }) => KeyValueStoreARN),
  );

export const storeArn = ({ accountId, id }: Entity<KeyValueStoreConfig>): string =>
  cloudFrontArn(accountId, 'key-value-store', id);

export const storeNamed = (
  world: World,
  caller: Caller,
  name: string | undefined,
): Entity<KeyValueStoreConfig> | undefined =>
  visibleEntities(world, keyValueStore, caller).find(({ config }) => config.Name === name);

/** @throws AwsFailure EntityNotFound */
export function requireStore(
  world: World,
  caller: Caller,
  name: string | undefined,
): Entity<KeyValueStoreConfig> {
  const store = storeNamed(world, caller, name);
  if (!store) throw keyValueStore.failures.noSuch();
  return store;
}

export const isReady = (world: World, { config }: Entity<KeyValueStoreConfig>): boolean =>
  world.now >= config.readyAt && config.failure === undefined;

/** The word for an import that went wrong is a guess: the API has a reason for it, and no list of words. */
export function storeStatus(world: World, store: Entity<KeyValueStoreConfig>): string {
  if (isReady(world, store)) return 'READY';
  return world.now >= store.config.readyAt ? 'FAILED' : 'PROVISIONING';
}

export const storeOutput = (world: World, store: Entity<KeyValueStoreConfig>): KeyValueStoreOutput => ({
  Name: store.config.Name,
  Id: store.id,
  Comment: store.config.Comment,
  ARN: storeArn(store),
  Status: storeStatus(world, store),
  LastModifiedTime: new Date(store.lastModifiedAt),
});

/** IAM asks for the ARN, which has the id of the store that the request names. */
export const needOnStore =
  (action: string) =>
  ({ Name }: { readonly Name?: string | undefined }, world: World, caller: Caller): Need[] => [
    {
      action: `cloudfront:${action}`,
      resource: cloudFrontArn(
        caller.accountId,
        'key-value-store',
        storeNamed(world, caller, Name)?.id ?? '*',
      ),
    },
  ];
