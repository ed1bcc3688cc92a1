import { AwsFailure } from '../../src/world/failure';

/** `Code status: message` of the failure that a call ends with; throws when it ends without one. */
export function refusal(call: () => unknown): string {
  try {
    call();
  } catch (error) {
    if (error instanceof AwsFailure) return `${error.code} ${error.status}: ${error.message}`;
    throw error;
  }
  throw new Error('The call was expected to be refused, and it was answered.');
}
