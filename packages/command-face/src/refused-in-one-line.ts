import { Failure } from '@cutover/handler-kit';
import { UserError } from './user-error';

/**
 * What AWS refuses here, such as a profile's keys, is for the person at the desk to mend.
 *
 * @throws UserError in place of a Failure
 */
export async function refusedInOneLine<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    throw new UserError(error.message);
  }
}
