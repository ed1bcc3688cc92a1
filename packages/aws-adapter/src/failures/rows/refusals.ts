import type { FailureRow } from '../row';

export function takenOrInUse(): FailureRow[] {
  const taken = {
    failure: 'Taken',
    disposition: 'giveUp',
    code: 'ResourceConflict',
    next: 'The name is in use already: take another one, or remove the one that is there.',
  } as const;
  const inUse = {
    failure: 'InUse',
    disposition: 'giveUp',
    code: 'ResourceConflict',
    next: 'Something still refers to it: remove the reference first.',
  } as const;
  return [
    { ...taken, name: /Already(Exists|Created|Reusable)(Exception)?$/ },
    { ...taken, service: 'SSM', name: /^(Duplicate\w+|AlreadyExistsException)$/ },
    { ...taken, service: 'Route 53', name: 'ConflictingDomainExists' },
    { ...taken, service: 'S3', name: 'BucketAlreadyOwnedByYou' },
    // A distribution that is gone stays in the certificate's list of users for a while.
    { ...inUse, service: 'ACM', name: 'ResourceInUseException', disposition: 'later' },
    { ...inUse, name: /(InUse|WhileInUse|InUseException)$/ },
    { ...inUse, service: 'CloudFront', name: /NotDisabled$/ },
    {
      ...inUse,
      service: 'Route 53',
      name: /^(HostedZoneNotEmpty|LastVPCAssociation|KeySigningKeyInParentDSRecord|HostedZonePartiallyDelegated)$/,
    },
  ];
}

export function refusals(): FailureRow[] {
  const refused = {
    failure: 'Refused',
    disposition: 'giveUp',
    code: 'InvalidRequest',
    next: 'Correct what the message names; nothing was changed.',
  } as const;
  return [
    { ...refused, name: /^(Invalid|Illegal|Unsupported|Malformed)\w+$/ },
    { ...refused, name: /^(ValidationException|ValidationError|MalformedInput|SerializationException)$/ },
    {
      ...refused,
      service: 'CloudFront',
      name: /^(InconsistentQuantities|MissingBody|CannotChangeImmutablePublicKeyFields|QueryArgProfileEmpty|TestFunctionFailed)$/,
    },
    {
      ...refused,
      service: 'Route 53',
      name: /^(ConflictingTypes|IncompatibleVersion|DelegationSetNotReusable|PublicZoneVPCAssociation|InsufficientCloudWatchLogsResourcePolicy)$/,
    },
    { ...refused, service: 'ACM', name: 'TagPolicyException' },
    {
      ...refused,
      service: 'SSM',
      name: /(Mismatch|MismatchException|NotApprovedException|InvalidArgumentException|InvalidParameterException|InvalidConfigurationException|NoLongerSupportedException|NotAvailableException)$/,
    },
    {
      ...refused,
      service: 'SSM',
      name: /^(IncompatiblePolicyException|StatusUnchanged|TargetNotConnected)$/,
    },
    { ...refused, service: 'STS', name: 'SessionDurationEscalationException' },
    {
      ...refused,
      service: 'S3',
      name: /^(EncryptionTypeMismatch|IdempotencyParameterMismatch|AnnotationNameTooLong|Object(Not|Already)InActiveTierError)$/,
    },
    {
      ...refused,
      service: 'S3',
      name: 'PermanentRedirect',
      next: 'S3 sent the request on to the region of the bucket and was not understood: check the name of the bucket.',
    },
    // What a client throws when AWS named no error: nothing is known, so nothing may be built on it.
    {
      name: /^(CloudFront(KeyValueStore)?|Route53|ACM|CloudWatch|S3|SSM|STS)ServiceException$/,
      failure: 'Unknown',
      disposition: 'giveUp',
      code: 'InternalFailure',
      next: 'AWS named no error: report it together with this message.',
    },
  ];
}
