import type { FailureRow } from '../row';

export function aliasRules(): FailureRow[] {
  return [
    // One name for two problems; only the text tells them apart.
    {
      service: 'CloudFront',
      name: 'CNAMEAlreadyExists',
      messagePattern: /incorrectly configured DNS record|points to another CloudFront distribution/i,
      failure: 'DnsPointsElsewhere',
      disposition: 'later',
      code: 'NotStabilized',
      next: 'Point the DNS record of the name (or the wildcard record that answers for it) at the target, and wait out its old TTL: CloudFront may still have the old answer.',
    },
    {
      service: 'CloudFront',
      name: 'CNAMEAlreadyExists',
      failure: 'AliasHeld',
      disposition: 'later',
      code: 'ResourceConflict',
      next: 'Find the holder with `aws cloudfront list-domain-conflicts` and release the name there. A holder that no account of yours lists may be Amplify, API Gateway or App Runner.',
    },
    {
      service: 'CloudFront',
      name: 'InvalidViewerCertificate',
      failure: 'CertificateRefused',
      disposition: 'giveUp',
      code: 'InvalidRequest',
      next: 'Attach a certificate of ACM in us-east-1 that is issued, valid now and lists every name (a wildcard covers exactly one label).',
    },
    {
      service: 'CloudFront',
      name: 'IllegalUpdate',
      messagePattern: /TXT record/i,
      failure: 'Refused',
      disposition: 'later',
      code: 'InvalidRequest',
      next: 'Publish the TXT record `_<alias>` with the domain name of the target; a miss stays cached for the negative TTL of the zone (15 minutes by default in Route 53).',
    },
    {
      service: 'CloudFront',
      name: 'IllegalUpdate',
      messagePattern: /source distribution is enabled/i,
      failure: 'Refused',
      disposition: 'giveUp',
      code: 'InvalidRequest',
      next: 'Between two accounts CloudFront moves a name in one step only from a disabled source: use the WILDCARD strategy.',
    },
    {
      service: 'CloudFront',
      name: 'TooManyDistributionCNAMEs',
      failure: 'QuotaReached',
      disposition: 'giveUp',
      code: 'ServiceLimitExceeded',
      next: 'Remove aliases that are no longer used, or ask for a higher quota of aliases per distribution (100 by default).',
    },
  ];
}

export function concurrency(): FailureRow[] {
  const stale = {
    failure: 'Stale',
    disposition: 'lookAgain',
    code: 'NotStabilized',
    next: 'Somebody else changed it meanwhile; it is read again. Stop other tools that write to it if this goes on.',
  } as const;
  return [
    { ...stale, service: 'CloudFront', name: /^(PreconditionFailed|InvalidIfMatchVersion)$/ },
    { ...stale, service: 'Route 53', name: /^(ConcurrentModification|HealthCheckVersionMismatch)$/ },
    { ...stale, service: 'Route 53', name: 'CidrCollectionVersionMismatchException' },
    {
      ...stale,
      service: 'Route 53',
      name: 'InvalidChangeBatch',
      messagePattern: /but (it was not found|it already exists|the values provided do not match)/i,
    },
    { ...stale, name: /^(ConflictException|RequestInProgressException)$/ },
    // The model has ConflictException for an ETag that is old; its text may come under the other name too.
    {
      ...stale,
      service: 'KeyValueStore',
      name: 'ValidationException',
      messagePattern: /pre-?condition|etag|if-match/i,
    },
    { ...stale, service: 'SSM', name: /(PolicyConflict|DataSyncConflict|OpsItemConflict)Exception$/ },
    { ...stale, service: 'SSM', name: /^AssociatedInstances$/, failure: 'InUse', disposition: 'giveUp' },
  ];
}
