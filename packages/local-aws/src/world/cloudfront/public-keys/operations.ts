import type { Operation } from '../../operation';
import { createPublicKey } from './create-public-key';
import { deletePublicKey } from './delete-public-key';
import { getPublicKey } from './get-public-key';
import { getPublicKeyConfig } from './get-public-key-config';
import { listPublicKeys } from './list-public-keys';
import { updatePublicKey } from './update-public-key';

export const publicKeyOperations: readonly Operation[] = [
  createPublicKey,
  deletePublicKey,
  getPublicKey,
  getPublicKeyConfig,
  listPublicKeys,
  updatePublicKey,
];
