import type {
  OriginAccessControl,
  OriginAccessControlConfig,
  OriginAccessControlSummary,
} from '@aws-sdk/client-cloudfront';
import type { Entity } from '../entities/entity';
import { entityOperations } from '../entities/operations';
import { markedList } from '../listing';
import { originAccessControl } from './origin-access-control';

const output = ({ id, config }: Entity<OriginAccessControlConfig>): OriginAccessControl => ({
  Id: id,
  OriginAccessControlConfig: config,
});

const summary = ({ id, config }: Entity<OriginAccessControlConfig>): OriginAccessControlSummary => ({
  Id: id,
  Name: config.Name,
  Description: config.Description ?? '',
  SigningProtocol: config.SigningProtocol,
  SigningBehavior: config.SigningBehavior,
  OriginAccessControlOriginType: config.OriginAccessControlOriginType,
});

export const originAccessControlOperations = entityOperations({
  noun: 'OriginAccessControl',
  plural: 'OriginAccessControls',
  kind: originAccessControl,
  path: 'origin-access-control',
  output,
  list: (entities, query) => markedList(entities, query, summary),
});
