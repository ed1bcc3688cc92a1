import type { Operation } from '../../operation';
import { createFunction } from './create-function';
import { deleteFunction } from './delete-function';
import { describeFunction } from './describe-function';
import { getFunction } from './get-function';
import { listFunctions } from './list-functions';
import { publishFunction } from './publish-function';
import { testFunction } from './test-function';
import { updateFunction } from './update-function';

export const functionOperations: readonly Operation[] = [
  createFunction,
  deleteFunction,
  describeFunction,
  getFunction,
  listFunctions,
  publishFunction,
  testFunction,
  updateFunction,
];
