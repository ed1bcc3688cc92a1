import type { FailureRow } from '../row';

export function denials(): FailureRow[] {
  const denied = { failure: 'Denied', disposition: 'giveUp', code: 'AccessDenied' } as const;
  const name =
    /^(AccessDenied(Exception)?|UnauthorizedOperation|AuthorizationError|NotAuthorized(Exception)?|OpsItemAccessDeniedException)$/;
  return [
    {
      ...denied,
      service: 'STS',
      name,
      next: 'Let the trust policy of the role name the caller as principal and, if it asks for one, require the very ExternalId that is given here; the caller needs sts:AssumeRole on the role.',
    },
    {
      ...denied,
      service: 'CloudFront',
      name,
      messagePattern: /account must be verified/i,
      next: 'A new account may not use CloudFront yet: open a case with AWS Support and quote this message.',
    },
    { ...denied, name, next: 'Allow the action on the resource in the policy of the role that runs this.' },
    {
      ...denied,
      service: 'STS',
      name: /^(RegionDisabledException|OutboundWebIdentityFederationDisabledException|IDPRejectedClaimException)$/,
      next: 'Have an administrator of the account switch it on.',
    },
    {
      ...denied,
      service: 'CloudFront',
      name: 'RealtimeLogConfigOwnerMismatch',
      next: 'Use a real-time log configuration of the account that owns the distribution.',
    },
  ];
}

export function quotas(): FailureRow[] {
  const reached = {
    failure: 'QuotaReached',
    disposition: 'giveUp',
    code: 'ServiceLimitExceeded',
    next: 'Remove what is no longer used, or ask for a higher quota in Service Quotas.',
  } as const;
  return [
    { ...reached, name: /^TooMany\w+$/ },
    { ...reached, name: /^TooLong\w+$/ },
    { ...reached, name: /(Limit|Limits|Count|Size|Quota)Exceeded(Exception)?$/ },
    { ...reached, service: 'CloudFront', name: 'BatchTooLarge' },
    { ...reached, service: 'SSM', name: /^(DocumentPermissionLimit|MaxDocumentSizeExceeded)$/ },
    { ...reached, service: 'STS', name: 'PackedPolicyTooLargeException' },
  ];
}

export function absences(): FailureRow[] {
  const absent = {
    failure: 'Absent',
    disposition: 'giveUp',
    code: 'InvalidRequest',
    next: 'Check the id and that it is in the account that was asked.',
  } as const;
  return [
    { ...absent, name: /^NoSuch\w+$/ },
    { ...absent, name: /(NotFound|DoesNotExist)(Exception)?$/ },
    { ...absent, service: 'CodeConnections', name: 'ResourceUnavailableException' },
    {
      ...absent,
      service: 'Route 53',
      name: /^(HostedZoneNotPrivate|KeySigningKeyWithActiveStatusNotFound|DelegationSetNotAvailable)$/,
    },
  ];
}
