import type { Operation } from '../operation';
import { createChangeSet } from './change-sets/create';
import { deleteChangeSet } from './change-sets/delete';
import { describeChangeSet } from './change-sets/describe';
import { executeChangeSet } from './change-sets/execute';
import { createStack } from './create-stack';
import { deleteStack } from './delete-stack';
import { describeStackEvents } from './describe-stack-events';
import { describeStackResource } from './describe-stack-resource';
import { describeStackResources } from './describe-stack-resources';
import { describeStacks } from './describe-stacks';
import { describeStackDriftDetectionStatus } from './drift/describe';
import { detectStackDrift } from './drift/detect';
import { getTemplateSummary } from './get-template-summary';
import { listExports } from './list-exports';
import { listImports } from './list-imports';
import { listStackResources } from './list-stack-resources';
import { listStacks } from './list-stacks';
import { updateStack } from './update-stack';

/** Stacks. What changes one is an order for the stack driver (stack/orders.ts); the rest only looks. */
export const cloudFormationOperations: Operation[] = [
  createChangeSet,
  createStack,
  deleteChangeSet,
  deleteStack,
  describeChangeSet,
  describeStackDriftDetectionStatus,
  describeStackEvents,
  describeStackResource,
  describeStackResources,
  describeStacks,
  detectStackDrift,
  executeChangeSet,
  getTemplateSummary,
  listExports,
  listImports,
  listStackResources,
  listStacks,
  updateStack,
];
