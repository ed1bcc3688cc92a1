import type { DeleteKeyGroupRequest } from '@aws-sdk/client-cloudfront';
import type { Operation } from '../../operation';
import { deleteEntity, needOn } from '../entities/versions';
import { keyGroup } from './key-group';

export const deleteKeyGroup: Operation<DeleteKeyGroupRequest, Record<string, never>> = {
  service: 'cloudfront',
  name: 'DeleteKeyGroup',
  needs: needOn(keyGroup, 'DeleteKeyGroup'),
  perform(world, { Id, IfMatch }, caller) {
    deleteEntity(world, keyGroup, caller, { Id, IfMatch });
    return {};
  },
};
