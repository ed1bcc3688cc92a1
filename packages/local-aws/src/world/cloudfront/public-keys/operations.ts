import type { PublicKey, PublicKeyConfig, PublicKeySummary } from '@aws-sdk/client-cloudfront';
import type { Entity } from '../entities/entity';
import { entityOperations } from '../entities/operations';
import { countedList } from '../listing';
import { publicKey } from './public-key';

const output = ({ id, createdAt, config }: Entity<PublicKeyConfig>): PublicKey => ({
  Id: id,
  CreatedTime: new Date(createdAt),
  PublicKeyConfig: config,
});

const summary = ({ id, createdAt, config }: Entity<PublicKeyConfig>): PublicKeySummary => ({
  Id: id,
  Name: config.Name,
  CreatedTime: new Date(createdAt),
  EncodedKey: config.EncodedKey,
  Comment: config.Comment,
});

export const publicKeyOperations = entityOperations({
  noun: 'PublicKey',
  plural: 'PublicKeys',
  kind: publicKey,
  path: 'public-key',
  output,
  list: (entities, query) => countedList(entities, query, summary),
});
