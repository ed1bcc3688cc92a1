import type { CreateKeyValueStoreRequest, CreateKeyValueStoreResult } from '@aws-sdk/client-cloudfront';
import { secondsToMs } from '@cutover/ground';
import type { Operation } from '../../operation';
import type { World } from '../../world';
import { locationOf } from '../answers';
import { createEntity, needToMake } from '../entities/versions';
import { notModelled } from '../failures';
import { requireTags } from '../tags';
import { keyValueStore, storeArn, storeOutput } from './key-value-store';

/** An empty store, which takes its time to be READY. Filling it is another service's business. */
export const createKeyValueStore: Operation<CreateKeyValueStoreRequest, CreateKeyValueStoreResult> = {
  service: 'cloudfront',
  name: 'CreateKeyValueStore',
  needs: needToMake(keyValueStore, 'CreateKeyValueStore'),
  perform(world, { Name = '', Comment = '', ImportSource, Tags }, caller) {
    if (ImportSource) throw notModelled('the import of a key value store from S3 (ImportSource)');
    const readyAt = readyAtOf(world, caller.accountId, Name);
    const config = { Name, Comment, readyAt, tags: requireTags(Tags) };
    const store = createEntity(world, keyValueStore, caller, config);
    return {
      KeyValueStore: storeOutput(world, store),
      // The ARN as it is, unlike other entities' ids.
      Location: locationOf(`key-value-store/${storeArn(store)}`),
      ETag: store.etag,
    };
  },
};

const readyAtOf = (world: World, accountId: string, name: string): number =>
  world.now +
  Math.round(
    secondsToMs(
      world.chance.between(...world.knobs.keyValueStoreSeconds, accountId, `store ${name}`, world.sequence),
    ),
  );
