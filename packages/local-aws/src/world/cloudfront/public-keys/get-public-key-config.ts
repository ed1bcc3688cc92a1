import type { GetPublicKeyConfigRequest, GetPublicKeyConfigResult } from '@aws-sdk/client-cloudfront';
import type { Operation } from '../../operation';
import { needOn, requireEntity } from '../entities/versions';
import { publicKey } from './public-key';

export const getPublicKeyConfig: Operation<GetPublicKeyConfigRequest, GetPublicKeyConfigResult> = {
  service: 'cloudfront',
  name: 'GetPublicKeyConfig',
  needs: needOn(publicKey, 'GetPublicKeyConfig'),
  perform(world, { Id }, caller) {
    const { config, etag } = requireEntity(world, publicKey, caller, Id);
    return { PublicKeyConfig: config, ETag: etag };
  },
};
