import type { Operation } from '../../operation';
import { createInvalidation } from './create-invalidation';
import { getInvalidation } from './get-invalidation';
import { listInvalidations } from './list-invalidations';

export const invalidationOperations: readonly Operation[] = [
  createInvalidation,
  getInvalidation,
  listInvalidations,
];
