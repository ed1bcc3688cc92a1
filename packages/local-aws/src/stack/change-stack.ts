import { bringTo, type Done } from './bring-to';
import { cleanUp } from './clean-up';
import { setStackStatus, userInitiated } from './events';
import { exportsProblem, giveOutputs } from './exports';
import { importsOf, missingImport } from './imports';
import type { PreparedStack } from './prepare';
import type { Work } from './resource-steps';
import { beginRollBack } from './roll-back-update';
import { stackScope } from './stack-scope';
import { resolveOutputs } from './template/outputs';
import { resolveMembers, tryResolving, UnresolvableError } from './template/resolve';
import { finishNested } from './unfinished';

/**
 * An update, or its way back, up to its cleaning up, which waits in `unfinished`.
 * @returns whether the resources are as they are wanted; if not, the update failed
 */
export async function beginChange(work: Work, prepared: PreparedStack): Promise<boolean> {
  const { cloudFormation, stack } = work;
  const { parameters, imports, outputs, exportNames } = stack;
  stack.updatedAt = cloudFormation.timeline.now();
  setStackStatus(cloudFormation, stack, 'UPDATE_IN_PROGRESS', userInitiated);
  const done: Done[] = [];
  const problem = await goForward(work, prepared, done);
  if (problem === undefined) {
    setStackStatus(cloudFormation, stack, 'UPDATE_COMPLETE_CLEANUP_IN_PROGRESS');
    cloudFormation.unfinished.set(stack.id, {
      finish: (later) => finish(later, prepared, done),
      goBack: async (later) => {
        // If the way back fails, there is nothing to clean up.
        cloudFormation.unfinished.delete(stack.id);
        Object.assign(stack, { parameters, imports });
        giveOutputs(cloudFormation.world, stack, { outputs, exportNames });
        await beginRollBack(later, prepared, done, 'The update of the parent stack failed.');
      },
    });
    return true;
  }
  if (stack.disableRollback) setStackStatus(cloudFormation, stack, 'UPDATE_FAILED', problem);
  else await beginRollBack(work, prepared, done, problem);
  return false;
}

async function finish(work: Work, prepared: PreparedStack, done: readonly Done[]): Promise<void> {
  const { cloudFormation, stack } = work;
  const reason = await cleanUp(work, prepared, done);
  stack.template = prepared.template;
  await finishNested(work);
  setStackStatus(cloudFormation, stack, 'UPDATE_COMPLETE', reason);
}

/** Every resource as it is wanted, then outputs and exports. @returns why it cannot go on, if it cannot */
async function goForward(work: Work, prepared: PreparedStack, done: Done[]): Promise<string | undefined> {
  const { cloudFormation, stack } = work;
  const { world } = cloudFormation;
  const { template, order } = prepared;
  const scope = stackScope(cloudFormation, stack, prepared);
  const imports = importsOf(template, scope);
  const missing = missingImport(world, stack, imports);
  if (missing) return missing;
  for (const logicalId of order) {
    const definition = template.resources.get(logicalId)!;
    const resolve = () => resolveMembers(definition.properties, scope);
    if (!(await bringTo(work, definition, resolve, done)))
      return `The following resource(s) failed to update: [${logicalId}].`;
  }
  const resolved = tryResolving(() => resolveOutputs(template, scope));
  if (resolved instanceof UnresolvableError) return resolved.message;
  const problem = exportsProblem(world, stack, resolved);
  if (problem) return problem;
  stack.parameters = prepared.parameters;
  stack.imports = imports;
  giveOutputs(world, stack, resolved);
  return undefined;
}
