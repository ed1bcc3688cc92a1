import { Failure } from '@cutover/handler-kit';

/** An answer, or the parts of a failure that a domain acts on; the message is for people and may differ. */
export async function heardBy(ask: () => Promise<unknown>): Promise<object> {
  try {
    return { answer: await ask() };
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    const { failure, disposition, code } = error;
    return { failure, disposition, code };
  }
}
