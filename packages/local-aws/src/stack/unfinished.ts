import type { Work } from './resource-steps';

/**
 * An update, or its way back, that has only to clean up: what it replaced, removed or added in vain is still there. A
 * nested stack waits so until its parents have got as far.
 */
export interface Unfinished {
  finish(work: Work): Promise<void>;
  /** Takes an update back, up to its own cleaning up. Back already is as good. */
  goBack(work: Work): Promise<void>;
}

/** Cleans up after the update of a stack, if it waits for that. */
export async function finishChange(work: Work): Promise<void> {
  const { unfinished } = work.cloudFormation;
  const update = unfinished.get(work.stack.id);
  unfinished.delete(work.stack.id);
  await update?.finish(work);
}

/** The same for the stacks that are nested in a stack; each does it for those in itself. */
export async function finishNested(work: Work): Promise<void> {
  const nested = new Set([...work.stack.resources.values()].map(({ made }) => made?.physicalId));
  for (const child of [...work.cloudFormation.stacks.values()])
    if (nested.has(child.id)) await finishChange({ ...work, stack: child });
}
