import type { FailureRow } from './row';
import { aliasRules, concurrency } from './rows/aliases';
import { absences, denials, quotas } from './rows/answers';
import { cloudWatch } from './rows/cloudwatch';
import { refusals, takenOrInUse } from './rows/refusals';
import { registry } from './rows/registry';
import { credentials, serverSide, throttling } from './rows/transport';

/**
 * Every error that AWS or the way to it can produce, read once and for all.
 *
 * Two codes are never used. CloudFormation ignores `NotFound` on delete and takes the resource for gone on read, and
 * `AlreadyExists` means that the resource of our own type exists; neither follows from an absent distribution or a
 * taken parameter name.
 */
export const failureRows: readonly FailureRow[] = [
  ...throttling(),
  ...credentials(),
  ...serverSide(),
  ...aliasRules(),
  ...concurrency(),
  ...registry(),
  ...cloudWatch(),
  ...denials(),
  ...quotas(),
  ...absences(),
  ...takenOrInUse(),
  ...refusals(),
];
