import type { GetPublicKeyRequest, GetPublicKeyResult } from '@aws-sdk/client-cloudfront';
import type { Operation } from '../../operation';
import { needOn, requireEntity } from '../entities/versions';
import { publicKey, publicKeyOutput } from './public-key';

export const getPublicKey: Operation<GetPublicKeyRequest, GetPublicKeyResult> = {
  service: 'cloudfront',
  name: 'GetPublicKey',
  needs: needOn(publicKey, 'GetPublicKey'),
  perform(world, { Id }, caller) {
    const entity = requireEntity(world, publicKey, caller, Id);
    return { PublicKey: publicKeyOutput(entity), ETag: entity.etag };
  },
};
