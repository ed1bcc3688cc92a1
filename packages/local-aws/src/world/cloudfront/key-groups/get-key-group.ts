import type { GetKeyGroupRequest, GetKeyGroupResult } from '@aws-sdk/client-cloudfront';
import type { Operation } from '../../operation';
import { needOn, requireEntity } from '../entities/versions';
import { keyGroup, keyGroupOutput } from './key-group';

export const getKeyGroup: Operation<GetKeyGroupRequest, GetKeyGroupResult> = {
  service: 'cloudfront',
  name: 'GetKeyGroup',
  needs: needOn(keyGroup, 'GetKeyGroup'),
  perform(world, { Id }, caller) {
    const entity = requireEntity(world, keyGroup, caller, Id);
    return { KeyGroup: keyGroupOutput(entity), ETag: entity.etag };
  },
};
