import type { CloudFormation } from './cloudformation';
import { exportedTo } from './imports';
import { scopeOf } from './scope';
import type { Stack } from './stack';
import type { Scope } from './template/scope';

/** What the names in a stack's template give at the moment at which they are asked for. */
export const stackScope = (
  { world }: CloudFormation,
  stack: Stack,
  next: Pick<Stack, 'parameters' | 'template'> = stack,
): Scope =>
  scopeOf(
    { ...stack, parameters: next.parameters, template: next.template },
    (logicalId) => stack.resources.get(logicalId)?.made,
    (name) => exportedTo(world, stack, name),
  );
