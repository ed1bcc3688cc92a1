import type { DeletePublicKeyRequest } from '@aws-sdk/client-cloudfront';
import type { Operation } from '../../operation';
import { deleteEntity, needOn } from '../entities/versions';
import { publicKey } from './public-key';

export const deletePublicKey: Operation<DeletePublicKeyRequest, Record<string, never>> = {
  service: 'cloudfront',
  name: 'DeletePublicKey',
  needs: needOn(publicKey, 'DeletePublicKey'),
  perform(world, { Id, IfMatch }, caller) {
    deleteEntity(world, publicKey, caller, { Id, IfMatch });
    return {};
  },
};
