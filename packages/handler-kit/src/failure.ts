/** The error codes of CloudFormation's handler contract. */
export type HandlerErrorCode =
  | 'NotUpdatable'
  | 'InvalidRequest'
  | 'AccessDenied'
  | 'InvalidCredentials'
  | 'AlreadyExists'
  | 'NotFound'
  | 'ResourceConflict'
  | 'Throttling'
  | 'ServiceLimitExceeded'
  | 'NotStabilized'
  | 'GeneralServiceException'
  | 'ServiceInternalError'
  | 'NetworkFailure'
  | 'InternalFailure';

/**
 * What a failed call asks of the caller.
 * - `lookAgain`: it may or may not have happened, or we looked too long ago; observe, then plan anew.
 * - `later`: it did not happen and may succeed unchanged after a while (throttling, a DNS answer still cached).
 * - `giveUp`: it did not happen and will not.
 */
export type Disposition = 'lookAgain' | 'later' | 'giveUp';

/** Names of what went wrong, in the words of the domain; the adapter's table maps every AWS error to one. */
export type FailureName =
  | 'Absent'
  | 'AliasHeld'
  | 'DnsPointsElsewhere'
  | 'CertificateRefused'
  | 'QuotaReached'
  | 'Stale'
  | 'Unchanged'
  | 'Taken'
  | 'InUse'
  | 'Refused'
  | 'Denied'
  | 'CredentialsRefused'
  | 'Throttled'
  | 'ServiceFailed'
  | 'Unreachable'
  | 'Unknown';

/** A failure of a port, already read from the table of AWS errors. Domains never see an SDK error. */
export class Failure extends Error {
  constructor(
    readonly failure: FailureName,
    readonly disposition: Disposition,
    readonly code: HandlerErrorCode,
    message: string,
    /** Operation and AWS error name, for the message to people: `UpdateDistribution: CNAMEAlreadyExists`. */
    readonly source: string = '',
  ) {
    super(message);
    this.name = failure;
  }
}
