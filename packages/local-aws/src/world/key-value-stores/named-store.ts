import type { Entity, KeyValueStoreConfig } from '../cloudfront/entities/entity';
import { visibleEntity } from '../cloudfront/entities/versions';
import { isReady, keyValueStore, storeArn } from '../cloudfront/key-value-stores/key-value-store';
import { AwsFailure } from '../failure';
import type { Caller, Need } from '../operation';
import type { World } from '../world';
import { invalid } from './limits';
import { type StoreItems, type StoreSummary, summaryOf } from './store-items';

/** A store as requests name it. */
export interface Named {
  readonly KvsARN?: string | undefined;
}

export interface NamedStore {
  readonly entity: Entity<KeyValueStoreConfig>;
  readonly contents: StoreItems;
}

const arnForm = /^arn:aws:cloudfront::\d{12}:key-value-store\/[\w-]{36}$/;

/** What a role must be allowed: the action of the same name, on the store (service authorization reference). */
export const needOnItems =
  (action: string) =>
  ({ KvsARN = '*' }: Named): Need[] => [{ action: `cloudfront-keyvaluestore:${action}`, resource: KvsARN }];

/** @throws AwsFailure for what is no ARN of a store, or of none that the caller's account has */
export function requireItems(world: World, caller: Caller, { KvsARN = '' }: Named): NamedStore {
  if (!arnForm.test(KvsARN)) throw invalid(`KvsARN is not the ARN of a key value store: ${KvsARN}`);
  const entity = visibleEntity(world, keyValueStore, caller.accountId, KvsARN.split('/')[1]);
  const contents = world.storeItems.get(entity?.id ?? '');
  if (!entity || !contents || storeArn(entity) !== KvsARN)
    throw new AwsFailure('ResourceNotFoundException', 404, `Resource was not found. (${KvsARN})`);
  return { entity, contents };
}

/** The same for what reads or writes items: a store that is not READY yet has none. */
export function requireReadyItems(world: World, caller: Caller, named: Named): NamedStore {
  const found = requireItems(world, caller, named);
  if (!isReady(world, found.entity))
    throw conflict(`Resource is not in expected state. (the store is ${statusWord(found.entity)})`);
  return found;
}

const statusWord = ({ config }: Entity<KeyValueStoreConfig>): string =>
  config.failure === undefined ? 'PROVISIONING' : 'FAILED';

/** @throws AwsFailure for another version than the present one. The code is the only modelled one that fits. */
export function requireVersion({ etag }: StoreItems, ifMatch: string | undefined): void {
  if (ifMatch !== etag) throw conflict('Pre-Condition failed');
}

const conflict = (what: string): AwsFailure => new AwsFailure('ConflictException', 409, what);

/** Count, bytes and version, which every write answers. */
export function written(contents: StoreItems) {
  const { itemCount, bytes, etag }: StoreSummary = summaryOf(contents);
  return { ItemCount: itemCount, TotalSizeInBytes: bytes, ETag: etag };
}
