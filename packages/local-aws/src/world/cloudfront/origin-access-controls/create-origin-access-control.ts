import type {
  CreateOriginAccessControlRequest,
  CreateOriginAccessControlResult,
} from '@aws-sdk/client-cloudfront';
import type { Operation } from '../../operation';
import { locationOf } from '../answers';
import { createEntity, needToMake } from '../entities/versions';
import { originAccessControl, originAccessControlOutput } from './origin-access-control';

export const createOriginAccessControl: Operation<
  CreateOriginAccessControlRequest,
  CreateOriginAccessControlResult
> = {
  service: 'cloudfront',
  name: 'CreateOriginAccessControl',
  needs: needToMake(originAccessControl, 'CreateOriginAccessControl'),
  perform(world, { OriginAccessControlConfig: config }, caller) {
    const entity = createEntity(world, originAccessControl, caller, config);
    return {
      OriginAccessControl: originAccessControlOutput(entity),
      Location: locationOf(`origin-access-control/${entity.id}`),
      ETag: entity.etag,
    };
  },
};
