import type { FailureRow } from '../row';

/** CloudFormation and its registry: one code for many problems, which only the message tells apart. */
export function registry(): FailureRow[] {
  const service = 'CloudFormation' as const;
  const refused = { service, failure: 'Refused', disposition: 'giveUp', code: 'InvalidRequest' } as const;
  return [
    {
      service,
      name: 'ValidationError',
      messagePattern: /does not exist/,
      failure: 'Absent',
      disposition: 'giveUp',
      code: 'InvalidRequest',
      next: 'Check the name, the account and the region that were asked.',
    },
    {
      service,
      name: 'ValidationError',
      messagePattern: /No updates are to be performed/,
      failure: 'Unchanged',
      disposition: 'giveUp',
      code: 'InvalidRequest',
      next: 'Nothing is left to do: the stack is as the template says.',
    },
    {
      service,
      name: 'ValidationError',
      messagePattern: /is in [A-Z_]+_IN_PROGRESS state and can not be updated/,
      failure: 'InUse',
      disposition: 'later',
      code: 'ResourceConflict',
      next: 'Another operation has not ended yet: wait for it, then ask again.',
    },
    {
      service,
      name: /^((Name)?AlreadyExists|OperationIdAlreadyExists)Exception$/,
      failure: 'Taken',
      disposition: 'lookAgain',
      code: 'ResourceConflict',
      next: 'It is there already, perhaps by a call whose answer was lost: look at it.',
    },
    {
      service,
      name: 'CFNRegistryException',
      messagePattern: /maximum number|limit/i,
      failure: 'QuotaReached',
      disposition: 'giveUp',
      code: 'ServiceLimitExceeded',
      next: 'Deregister versions that nobody uses (`release deregister`), or ask for a higher quota.',
    },
    {
      ...refused,
      name: 'CFNRegistryException',
      messagePattern: /needs to be tested first/,
      next: 'Test this version first (TestType), then publish it.',
    },
    {
      service,
      name: 'CFNRegistryException',
      messagePattern: /not verified as a publisher/,
      failure: 'Absent',
      disposition: 'giveUp',
      code: 'InvalidRequest',
      next: 'Register the account as a publisher in this region first (release/publisher.yml).',
    },
    {
      ...refused,
      name: 'CFNRegistryException',
      next: 'Correct what the message names, then register again.',
    },
    {
      ...refused,
      name: 'InsufficientCapabilitiesException',
      next: 'The template makes roles: allow it with CAPABILITY_IAM.',
    },
    {
      service,
      name: /^(OperationInProgress|ResourceScanInProgress|OperationStatusCheckFailed|StackSetNotEmpty)Exception$/,
      failure: 'InUse',
      disposition: 'later',
      code: 'ResourceConflict',
      next: 'Another operation has not ended yet: wait for it, then ask again.',
    },
    {
      service,
      name: /^(StaleRequest|CreatedButModified)Exception$/,
      failure: 'Stale',
      disposition: 'lookAgain',
      code: 'ResourceConflict',
      next: 'Somebody has changed it in the meantime: look at it, then ask again.',
    },
    {
      service,
      name: 'CloudFormationServiceException',
      failure: 'Unknown',
      disposition: 'giveUp',
      code: 'InternalFailure',
      next: 'AWS named no error: report it together with this message.',
    },
  ];
}
