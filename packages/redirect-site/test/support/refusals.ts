import { Failure } from '@cutover/handler-kit';

/** What AWS refuses, as the adapter's table reads it. */
export const absent = (what: string) =>
  new Failure('Absent', 'giveUp', 'InvalidRequest', `There is no ${what}.`);
export const taken = (what: string) =>
  new Failure('Taken', 'giveUp', 'ResourceConflict', `There is a ${what} already.`);
export const stale = (what: string) =>
  new Failure('Stale', 'lookAgain', 'NotStabilized', `The ETag is not that of ${what}.`);
export const inUse = (what: string) =>
  new Failure('InUse', 'giveUp', 'ResourceConflict', `${what} is in use.`);
export const refused = (why: string) => new Failure('Refused', 'giveUp', 'InvalidRequest', why);
export const unreachable = (name: string) =>
  new Failure('Unreachable', 'lookAgain', 'NetworkFailure', `Nobody answers for ${name}.`);
/** CloudFront does not say which of the aliases it is. */
export const ledAway = () =>
  new Failure(
    'DnsPointsElsewhere',
    'later',
    'NotStabilized',
    'An incorrectly configured DNS record points to another CloudFront distribution.',
  );

export const aliasHeld = () =>
  new Failure('AliasHeld', 'later', 'ResourceConflict', 'One or more of the CNAMEs are held elsewhere.');
