import type { FailureRow } from '../row';

/** CloudWatch has names of its own for what the others call differently; most belong to operations that we never call. */
export function cloudWatch(): FailureRow[] {
  const service = 'CloudWatch' as const;
  const refused = {
    service,
    failure: 'Refused',
    disposition: 'giveUp',
    code: 'InvalidRequest',
    next: 'Correct what the message names; nothing was changed.',
  } as const;
  return [
    {
      service,
      name: 'InternalServiceFault',
      failure: 'ServiceFailed',
      disposition: 'lookAgain',
      code: 'ServiceInternalError',
      next: 'CloudWatch failed by itself: try again later.',
    },
    { ...refused, name: /^(DashboardInvalidInputError|MissingRequiredParameterException)$/ },
    {
      ...refused,
      name: /^Kms\w+Exception$/,
      failure: 'Denied',
      code: 'AccessDenied',
      next: 'Allow the role to use the KMS key, and see that the key is enabled.',
    },
    {
      ...refused,
      name: /^(DashboardNotFoundError|ResourceNotFound)$/,
      failure: 'Absent',
      next: 'Check the name, the region and the account.',
    },
    {
      ...refused,
      name: 'LimitExceededFault',
      failure: 'QuotaReached',
      code: 'ServiceLimitExceeded',
      next: 'Remove what is no longer used, or ask for a higher quota in Service Quotas.',
    },
    {
      ...refused,
      name: /^(ConcurrentModificationException|ResourceConflict)$/,
      failure: 'Stale',
      disposition: 'lookAgain',
      code: 'NotStabilized',
      next: 'Somebody changed it at the same time; it is looked at again.',
    },
  ];
}
