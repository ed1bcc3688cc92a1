import type { Operation } from '../operation';
import { describeStackEvents } from './describe-stack-events';
import { describeStackResource } from './describe-stack-resource';
import { describeStackResources } from './describe-stack-resources';
import { describeStacks } from './describe-stacks';
import { listExports } from './list-exports';
import { listImports } from './list-imports';
import { listStackResources } from './list-stack-resources';
import { listStacks } from './list-stacks';

/** CloudFormation to read. Stacks are made, changed and deleted by the stack driver, not through these. */
export const cloudFormationOperations: Operation[] = [
  describeStackEvents,
  describeStackResource,
  describeStackResources,
  describeStacks,
  listExports,
  listImports,
  listStackResources,
  listStacks,
];
