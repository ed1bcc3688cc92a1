import type { CreateKeyValueStoreRequest, CreateKeyValueStoreResult } from '@aws-sdk/client-cloudfront';
import { secondsToMs } from '@cutover/ground';
import { fillStore } from '../../key-value-stores/fill-store';
import type { Operation } from '../../operation';
import type { World } from '../../world';
import { locationOf } from '../answers';
import { createEntity, needToMake } from '../entities/versions';
import { requireTags } from '../tags';
import { importFrom, needsOfImport } from './import-source';
import { keyValueStore, storeArn, storeOutput } from './key-value-store';

/** A store that takes its time to be READY, empty or with what a file in S3 has. Changing it is another API's business. */
export const createKeyValueStore: Operation<CreateKeyValueStoreRequest, CreateKeyValueStoreResult> = {
  service: 'cloudfront',
  name: 'CreateKeyValueStore',
  needs: (input, world, caller) => [
    ...needToMake(keyValueStore, 'CreateKeyValueStore')(input, world, caller),
    ...needsOfImport(input.ImportSource),
  ],
  perform(world, { Name = '', Comment = '', ImportSource, Tags }, caller) {
    const imported = ImportSource && importFrom(world, caller, ImportSource);
    const config = {
      Name,
      Comment,
      readyAt: readyAtOf(world, caller.accountId, Name),
      tags: requireTags(Tags),
      ...(imported?.kind === 'failure' && { failure: imported.reason }),
    };
    const store = createEntity(world, keyValueStore, caller, config);
    fillStore(world, store.id, imported?.kind === 'items' ? imported.items : new Map());
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
