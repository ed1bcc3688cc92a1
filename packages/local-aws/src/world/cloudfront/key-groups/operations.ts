import type { Operation } from '../../operation';
import { createKeyGroup } from './create-key-group';
import { deleteKeyGroup } from './delete-key-group';
import { getKeyGroup } from './get-key-group';
import { getKeyGroupConfig } from './get-key-group-config';
import { listKeyGroups } from './list-key-groups';
import { updateKeyGroup } from './update-key-group';

export const keyGroupOperations: readonly Operation[] = [
  createKeyGroup,
  deleteKeyGroup,
  getKeyGroup,
  getKeyGroupConfig,
  listKeyGroups,
  updateKeyGroup,
];
