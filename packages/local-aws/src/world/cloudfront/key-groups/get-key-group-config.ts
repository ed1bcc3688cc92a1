import type { GetKeyGroupConfigRequest, GetKeyGroupConfigResult } from '@aws-sdk/client-cloudfront';
import type { Operation } from '../../operation';
import { needOn, requireEntity } from '../entities/versions';
import { keyGroup } from './key-group';

export const getKeyGroupConfig: Operation<GetKeyGroupConfigRequest, GetKeyGroupConfigResult> = {
  service: 'cloudfront',
  name: 'GetKeyGroupConfig',
  needs: needOn(keyGroup, 'GetKeyGroupConfig'),
  perform(world, { Id }, caller) {
    const { config, etag } = requireEntity(world, keyGroup, caller, Id);
    return { KeyGroupConfig: config, ETag: etag };
  },
};
