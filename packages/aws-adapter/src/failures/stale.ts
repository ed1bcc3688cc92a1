import { Failure } from '@cutover/handler-kit';

/** What was read now is not what the change was planned on, or what was read a moment ago: look again, change nothing. */
export const changedMeanwhile = (resource: string, before: string, now: string, operation: string): Failure =>
  new Failure(
    'Stale',
    'lookAgain',
    'NotStabilized',
    `${resource} changed from ETag ${before} to ${now} since it was looked at; it is read again.`,
    operation,
  );
