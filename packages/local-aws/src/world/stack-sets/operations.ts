import type { Operation } from '../operation';
import { createStackInstances } from './create-stack-instances';
import { createStackSet } from './create-stack-set';
import { deleteStackInstances } from './delete-stack-instances';
import { deleteStackSet } from './delete-stack-set';
import { describeStackSet } from './describe-stack-set';
import { listStackInstances } from './list-stack-instances';
import {
  describeStackSetOperation,
  listStackSetOperationResults,
  listStackSetOperations,
} from './stack-set-operations';
import { updateStackInstances } from './update-stack-instances';
import { updateStackSet } from './update-stack-set';

/** Stack sets, self-managed. What changes one is an order for the stack driver (stack/stack-sets). */
export const stackSetOperations: readonly Operation[] = [
  createStackInstances,
  createStackSet,
  deleteStackInstances,
  deleteStackSet,
  describeStackSet,
  describeStackSetOperation,
  listStackInstances,
  listStackSetOperationResults,
  listStackSetOperations,
  updateStackInstances,
  updateStackSet,
];
