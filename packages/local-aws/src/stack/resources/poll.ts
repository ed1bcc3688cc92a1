import { minutesToMs, secondsToMs } from '@cutover/ground';
import { ResourceFailure } from './failure';
import type { ResourceContext } from './provider';

export interface Patience {
  readonly everySeconds: number;
  readonly limitMinutes: number;
}

/** Looks again and again, in virtual time, until `isStable`; what CloudFormation calls stabilisation. */
export async function waitUntil(
  context: ResourceContext,
  what: string,
  { everySeconds, limitMinutes }: Patience,
  isStable: () => Promise<boolean>,
): Promise<void> {
  const deadline = context.now() + minutesToMs(limitMinutes);
  while (!(await isStable())) {
    if (context.now() >= deadline)
      throw new ResourceFailure(
        'NotStabilized',
        `Exceeded attempts to wait: ${what} within ${limitMinutes} minutes`,
      );
    await context.sleep(secondsToMs(everySeconds));
  }
}
