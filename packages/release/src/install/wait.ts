import type { StackState } from '@cutover/aws-adapter';
import type { Io } from '../io';
import { UserError } from '../user-error';

/** How often AWS is asked: as `cfn submit` does. */
export const everyMs = 5_000;
const patienceMs = 30 * 60_000;

/** Asks until there is an answer. @throws UserError when nothing comes of it in half an hour */
export async function waitFor<T>(io: Io, what: string, ask: () => Promise<T | undefined>): Promise<T> {
  const until = io.now() + patienceMs;
  for (;;) {
    const found = await ask();
    if (found !== undefined) return found;
    if (io.now() >= until)
      throw new UserError(
        `${what} has not ended in ${patienceMs / 60_000} minutes; look at it in the console`,
      );
    await io.sleep(everyMs);
  }
}

/** The stack when nothing is under way any more; undefined while something is. @throws UserError when it failed */
export function settled<T extends Pick<StackState, 'status' | 'reason'>>(
  name: string,
  state: T | undefined,
): T | undefined {
  if (!state) throw new UserError(`the stack ${name} has failed and is gone again; its events say why`);
  if (state.status.endsWith('_IN_PROGRESS')) return undefined;
  if (/^(CREATE|UPDATE)_COMPLETE$/.test(state.status)) return state;
  throw new UserError(`the stack ${name} is in ${state.status}: ${state.reason || 'its events say why'}`);
}
