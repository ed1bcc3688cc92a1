import type { UpdatePublicKeyRequest, UpdatePublicKeyResult } from '@aws-sdk/client-cloudfront';
import type { Operation } from '../../operation';
import { needOn, updateEntity } from '../entities/versions';
import { publicKey, publicKeyOutput } from './public-key';

export const updatePublicKey: Operation<UpdatePublicKeyRequest, UpdatePublicKeyResult> = {
  service: 'cloudfront',
  name: 'UpdatePublicKey',
  needs: needOn(publicKey, 'UpdatePublicKey'),
  perform(world, { Id, IfMatch, PublicKeyConfig: config }, caller) {
    const entity = updateEntity(world, publicKey, caller, { Id, IfMatch }, config);
    return { PublicKey: publicKeyOutput(entity), ETag: entity.etag };
  },
};
