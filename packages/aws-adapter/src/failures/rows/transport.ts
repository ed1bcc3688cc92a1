import { type FailureRow, NO_ANSWER, UNREADABLE_ANSWER } from '../row';

export function throttling(): FailureRow[] {
  // None of these is modelled by CloudFront: "Throttling" 400 "Rate exceeded" arrives as a bare name.
  const throttled = {
    failure: 'Throttled',
    disposition: 'later',
    code: 'Throttling',
    next: 'It is asked again later. If this goes on, look for another tool that calls the same API in this account.',
  } as const;
  return [
    { ...throttled, name: /^(Throttl(ing|ed)(Exception)?|ThrottledException|RequestThrottled(Exception)?)$/ },
    {
      ...throttled,
      name: /^(TooManyRequestsException|RequestLimitExceeded|SlowDown|BandwidthLimitExceeded)$/,
    },
    { ...throttled, status: [429, 429] },
    // Route 53 takes one change of a zone at a time; SSM one write of a parameter.
    { ...throttled, service: 'Route 53', name: 'PriorRequestNotComplete' },
    { ...throttled, service: 'SSM', name: /^(TooManyUpdates|OpsMetadataTooManyUpdatesException)$/ },
    { ...throttled, service: 'CloudFront', name: 'TooManyInvalidationsInProgress' },
  ];
}

export function credentials(): FailureRow[] {
  const refused = { failure: 'CredentialsRefused', code: 'InvalidCredentials' } as const;
  return [
    {
      ...refused,
      name: /^(ExpiredToken(Exception)?|RequestExpired|ExpiredTradeInTokenException|TokenRefreshRequired)$/,
      // CloudFormation hands fresh credentials to every turn, so an expired token says nothing about the next one.
      disposition: 'later',
      next: 'The next turn brings fresh credentials. Outside CloudFormation, sign in again.',
    },
    {
      ...refused,
      name: /^(InvalidClientTokenId|UnrecognizedClientException|InvalidAccessKeyId|MissingAuthenticationToken(Exception)?|InvalidToken|AuthFailure|IncompleteSignature(Exception)?|InvalidSignature(Exception)?|SignatureDoesNotMatch|InvalidIdentityTokenException|NotSignedUp|OptInRequired)$/,
      disposition: 'giveUp',
      next: 'Check which access key or role runs this and that the clock of the machine is right.',
    },
    {
      ...refused,
      // The SDK's own, before any call: the chain of environment, profile, single sign-on and instance gave no keys.
      name: /^(CredentialsProviderError|TokenProviderError)$/,
      disposition: 'giveUp',
      next: 'Name a profile that has keys, or sign in (aws sso login).',
    },
  ];
}

export function serverSide(): FailureRow[] {
  const failed = {
    failure: 'ServiceFailed',
    disposition: 'lookAgain',
    code: 'ServiceInternalError',
    next: 'Whether it took effect is looked up before anything is asked again.',
  } as const;
  const unreachable = {
    failure: 'Unreachable',
    disposition: 'lookAgain',
    code: 'NetworkFailure',
    next: 'Whether it took effect is looked up before anything is asked again. Check the way to the endpoint.',
  } as const;
  return [
    { ...unreachable, name: NO_ANSWER },
    { ...failed, name: UNREADABLE_ANSWER },
    // Before every row by name: CloudFront answers InvalidViewerCertificate with 500 for a fault of its own.
    { ...failed, status: [500, 599] },
    {
      ...failed,
      name: /^(InternalFailure|InternalError|InternalServer(Error|Exception)|ServiceUnavailable(Exception)?)$/,
    },
    { ...failed, service: 'STS', name: 'IDPCommunicationErrorException' },
  ];
}
