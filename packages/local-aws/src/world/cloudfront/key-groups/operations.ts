import type { KeyGroup, KeyGroupConfig } from '@aws-sdk/client-cloudfront';
import type { Entity } from '../entities/entity';
import { entityOperations } from '../entities/operations';
import { countedList } from '../listing';
import { keyGroup } from './key-group';

const output = ({ id, lastModifiedAt, config }: Entity<KeyGroupConfig>): KeyGroup => ({
  Id: id,
  LastModifiedTime: new Date(lastModifiedAt),
  KeyGroupConfig: config,
});

export const keyGroupOperations = entityOperations({
  noun: 'KeyGroup',
  plural: 'KeyGroups',
  kind: keyGroup,
  path: 'key-group',
  output,
  list: (entities, query) => countedList(entities, query, (group) => ({ KeyGroup: output(group) })),
});
