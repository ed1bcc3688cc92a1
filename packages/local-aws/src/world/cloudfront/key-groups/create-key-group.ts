import type { CreateKeyGroupRequest, CreateKeyGroupResult } from '@aws-sdk/client-cloudfront';
import type { Operation } from '../../operation';
import { locationOf } from '../answers';
import { createEntity, needToMake } from '../entities/versions';
import { keyGroup, keyGroupOutput } from './key-group';

export const createKeyGroup: Operation<CreateKeyGroupRequest, CreateKeyGroupResult> = {
  service: 'cloudfront',
  name: 'CreateKeyGroup',
  needs: needToMake(keyGroup, 'CreateKeyGroup'),
  perform(world, { KeyGroupConfig: config }, caller) {
    const entity = createEntity(world, keyGroup, caller, config);
    return {
      KeyGroup: keyGroupOutput(entity),
      Location: locationOf(`key-group/${entity.id}`),
      ETag: entity.etag,
    };
  },
};
