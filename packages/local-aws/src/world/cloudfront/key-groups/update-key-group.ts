import type { UpdateKeyGroupRequest, UpdateKeyGroupResult } from '@aws-sdk/client-cloudfront';
import type { Operation } from '../../operation';
import { needOn, updateEntity } from '../entities/versions';
import { keyGroup, keyGroupOutput } from './key-group';

export const updateKeyGroup: Operation<UpdateKeyGroupRequest, UpdateKeyGroupResult> = {
  service: 'cloudfront',
  name: 'UpdateKeyGroup',
  needs: needOn(keyGroup, 'UpdateKeyGroup'),
  perform(world, { Id, IfMatch, KeyGroupConfig: config }, caller) {
    const entity = updateEntity(world, keyGroup, caller, { Id, IfMatch }, config);
    return { KeyGroup: keyGroupOutput(entity), ETag: entity.etag };
  },
};
