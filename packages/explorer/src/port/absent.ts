import { Failure } from '@cutover/handler-kit';

/** What a question for one thing answers: undefined when it is not there. */
export function unlessAbsent<T>(ask: () => T): T | undefined {
  try {
    return ask();
  } catch (error) {
    if (error instanceof Failure && error.failure === 'Absent') return undefined;
    throw error;
  }
}
