import { Failure } from '@cutover/handler-kit';

/** Looks at something in AWS. What is refused is no error here: it is told where the finding would stand. */
export async function orRefusal<Found, Refused>(
  look: () => Promise<Found>,
  refusal: (because: string) => Refused,
): Promise<Found | Refused> {
  try {
    return await look();
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return refusal(error.message);
  }
}
