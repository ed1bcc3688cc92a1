import type { CreatePublicKeyRequest, CreatePublicKeyResult } from '@aws-sdk/client-cloudfront';
import type { Operation } from '../../operation';
import { locationOf } from '../answers';
import { createEntity, needToMake } from '../entities/versions';
import { publicKey, publicKeyOutput } from './public-key';

export const createPublicKey: Operation<CreatePublicKeyRequest, CreatePublicKeyResult> = {
  service: 'cloudfront',
  name: 'CreatePublicKey',
  needs: needToMake(publicKey, 'CreatePublicKey'),
  perform(world, { PublicKeyConfig: config }, caller) {
    const entity = createEntity(world, publicKey, caller, config);
    return {
      PublicKey: publicKeyOutput(entity),
      Location: locationOf(`public-key/${entity.id}`),
      ETag: entity.etag,
    };
  },
};
