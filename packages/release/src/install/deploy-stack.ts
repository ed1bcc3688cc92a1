import type { RegistryAccount, StackState } from '@cutover/aws-adapter';
import type { Io } from '../io';
import { settled, waitFor } from './wait';

/** Makes a stack, or brings it up to date, and waits for it. @throws UserError when that fails */
export async function deployStack(
  { stacks }: RegistryAccount,
  name: string,
  template: string,
  io: Io,
): Promise<StackState> {
  // Of a run that broke off.
  const before = await atRest(stacks, name, io);
  if (before && neverMade.test(before.status)) {
    await stacks.remove(name);
    await atRest(stacks, name, io);
  }
  if (before && !neverMade.test(before.status)) await stacks.update(name, template);
  else await stacks.create(name, template);
  return waitFor(io, `the stack ${name}`, async () => settled(name, await stacks.find(name)));
}

/** A stack whose creation failed can only be deleted. */
export const neverMade = /^(CREATE_FAILED|ROLLBACK_COMPLETE|ROLLBACK_FAILED|DELETE_FAILED)$/;

/** The stack when nothing is under way any more; undefined where there is none. */
const atRest = (stacks: RegistryAccount['stacks'], name: string, io: Io): Promise<StackState | undefined> =>
  waitFor(io, `the stack ${name}`, async () => {
    const state = await stacks.find(name);
    return state?.status.endsWith('_IN_PROGRESS') ? undefined : { state };
  }).then(({ state }) => state);
