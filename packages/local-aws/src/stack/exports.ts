import { exportKey, importersOf } from '../world/cloudformation/stacks';
import type { World } from '../world/world';
import type { Stack } from './stack';
import type { TemplateOutputs } from './template/outputs';

/**
 * Why the stack may not have these exports, in CloudFormation's words: a name is taken, or one that other stacks
 * import would change or go.
 */
export function exportsProblem(
  world: World,
  stack: Stack,
  { outputs, exportNames }: TemplateOutputs,
): string | undefined {
  const next = new Map(Object.entries(exportNames).map(([key, name]) => [name, outputs[key]!]));
  for (const name of next.keys()) {
    const taken = world.exports.get(exportKey(stack.accountId, stack.region, name));
    if (taken && taken.stackId !== stack.id)
      return `Export with name ${name} is already exported by stack ${world.stacks.get(taken.stackId)?.name}.`;
  }
  for (const last of exportsOf(world, stack)) {
    if (next.get(last.name) === last.value) continue;
    const users = importersOf(world, last);
    const verb = next.has(last.name) ? 'updated' : 'deleted';
    if (users.length > 0)
      return `Export ${last.name} cannot be ${verb} as it is in use by ${users.join(', ')}`;
  }
  return undefined;
}

/** Why the stack cannot be deleted: somebody imports what it exports. */
export function exportInUse(world: World, stack: Stack): string | undefined {
  for (const each of exportsOf(world, stack)) {
    const users = importersOf(world, each);
    if (users.length > 0)
      return `Delete canceled. Cannot delete export ${each.name} as it is in use by ${users.join(', ')}.`;
  }
  return undefined;
}

/** From now on the stack gives these outputs, and exports those of them that have a name for it. */
export function giveOutputs(world: World, stack: Stack, given: TemplateOutputs): void {
  putExports(world, stack, given);
  stack.outputs = given.outputs;
  stack.exportNames = given.exportNames;
}

/** The stack exports this and nothing else from now on. */
export function putExports(world: World, stack: Stack, { outputs, exportNames }: TemplateOutputs): void {
  for (const { name } of exportsOf(world, stack))
    world.exports.delete(exportKey(stack.accountId, stack.region, name));
  const { accountId, region, id: stackId } = stack;
  for (const [key, name] of Object.entries(exportNames))
    world.exports.set(exportKey(accountId, region, name), {
      accountId,
      region,
      name,
      value: outputs[key]!,
      stackId,
    });
}

const exportsOf = (world: World, { id }: Stack) =>
  [...world.exports.values()].filter(({ stackId }) => stackId === id);
