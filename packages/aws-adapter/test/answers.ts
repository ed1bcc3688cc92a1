import type { Service } from '../src/failures/row';

/** Service, HTTP status, name and message. */
export type AwsAnswer = readonly [Service, number, string, string];

/** Both are CNAMEAlreadyExists: only the words tell them apart. */
const held = 'One or more of the CNAMEs you provided are already associated with a different resource.';
const dns =
  'One or more aliases specified for the distribution includes an incorrectly configured DNS record that points to another CloudFront distribution. You must update the DNS record to correct the problem.';

export interface Reading {
  /** Failure, disposition, code of the handler. */
  readonly reading: readonly [string, string, string];
  readonly answers: readonly AwsAnswer[];
}

/** What AWS answers, below what it is read as. */
export const readings: readonly Reading[] = [
  {
    reading: ['AliasHeld', 'later', 'ResourceConflict'],
    answers: [['CloudFront', 409, 'CNAMEAlreadyExists', held]],
  },
  {
    reading: ['DnsPointsElsewhere', 'later', 'NotStabilized'],
    answers: [['CloudFront', 409, 'CNAMEAlreadyExists', dns]],
  },
  {
    reading: ['CertificateRefused', 'giveUp', 'InvalidRequest'],
    answers: [['CloudFront', 400, 'InvalidViewerCertificate', 'not covered']],
  },
  {
    reading: ['ServiceFailed', 'lookAgain', 'ServiceInternalError'],
    answers: [
      ['CloudFront', 500, 'InvalidViewerCertificate', 'internal'],
      ['SSM', 500, 'InternalServerError', 'x'],
      ['CloudFront', 502, 'Unknown', 'Bad gateway'],
      ['CloudFront', 500, 'TestFunctionFailed', 'x'],
      ['Route 53', 200, 'UnreadableAnswer', 'x'],
    ],
  },
  {
    reading: ['Stale', 'lookAgain', 'NotStabilized'],
    answers: [
      ['CloudFront', 412, 'PreconditionFailed', 'x'],
      ['CloudFront', 400, 'InvalidIfMatchVersion', 'x'],
      [
        'Route 53',
        400,
        'InvalidChangeBatch',
        '[Tried to delete resource record set [name=a] but it was not found]',
      ],
      ['KeyValueStore', 409, 'ConflictException', 'x'],
      ['KeyValueStore', 400, 'ValidationException', 'Pre-Condition failed'],
    ],
  },
  {
    reading: ['Refused', 'later', 'InvalidRequest'],
    answers: [['CloudFront', 400, 'IllegalUpdate', 'Invalid or missing alias DNS TXT records.']],
  },
  {
    reading: ['Refused', 'giveUp', 'InvalidRequest'],
    answers: [
      [
        'CloudFront',
        400,
        'IllegalUpdate',
        'Alias move is not allowed since the source distribution is enabled.',
      ],
      ['CloudFront', 400, 'IllegalUpdate', 'something else'],
      ['Route 53', 400, 'InvalidChangeBatch', '[RRSet of type CNAME at the apex]'],
      ['KeyValueStore', 400, 'ValidationException', 'Key is too long'],
      ['CloudFormation', 400, 'CFNRegistryException', 'The version needs to be tested first.'],
      ['S3', 301, 'PermanentRedirect', 'x'],
    ],
  },
  {
    reading: ['QuotaReached', 'giveUp', 'ServiceLimitExceeded'],
    answers: [
      ['CloudFront', 400, 'TooManyDistributionCNAMEs', 'x'],
      ['CloudFront', 413, 'FunctionSizeLimitExceeded', 'x'],
      ['KeyValueStore', 402, 'ServiceQuotaExceededException', 'x'],
      ['ACM', 400, 'LimitExceededException', 'x'],
      ['CloudFormation', 400, 'CFNRegistryException', 'The maximum number of versions is registered.'],
    ],
  },
  {
    reading: ['Absent', 'giveUp', 'InvalidRequest'],
    answers: [
      ['CloudFront', 404, 'NoSuchDistribution', 'x'],
      ['CloudFront', 404, 'EntityNotFound', 'x'],
      ['SSM', 400, 'ParameterNotFound', 'x'],
      ['KeyValueStore', 404, 'ResourceNotFoundException', 'x'],
      ['S3', 404, 'NoSuchKey', 'x'],
      ['S3', 404, 'NoSuchVersion', 'x'],
      ['CloudFormation', 400, 'ValidationError', 'Stack with id moves does not exist'],
      ['CloudFormation', 400, 'CFNRegistryException', 'The account is not verified as a publisher.'],
      ['CodeConnections', 400, 'ResourceUnavailableException', 'x'],
    ],
  },
  {
    reading: ['InUse', 'giveUp', 'ResourceConflict'],
    answers: [
      ['CloudFront', 409, 'ResourceInUse', 'x'],
      ['CloudFront', 409, 'DistributionNotDisabled', 'x'],
      ['CloudFront', 409, 'FunctionInUse', 'x'],
      ['CloudFront', 409, 'CannotDeleteEntityWhileInUse', 'x'],
    ],
  },
  {
    reading: ['Denied', 'giveUp', 'AccessDenied'],
    answers: [
      ['CloudFront', 403, 'AccessDenied', 'x'],
      ['CloudFront', 401, 'RealtimeLogConfigOwnerMismatch', 'x'],
      ['S3', 403, 'AccessDenied', 'x'],
      ['STS', 403, 'AccessDenied', 'not authorized to perform sts:AssumeRole'],
      ['CloudFront', 403, 'AccessDenied', 'Your account must be verified.'],
    ],
  },
  {
    reading: ['Throttled', 'later', 'Throttling'],
    answers: [
      ['CloudFront', 400, 'Throttling', 'Rate exceeded'],
      ['Route 53', 400, 'ThrottlingException', 'x'],
      ['ACM', 400, 'TooManyRequestsException', 'x'],
      ['SSM', 400, 'RequestLimitExceeded', 'x'],
      ['CloudFront', 503, 'SlowDown', 'x'],
      ['CloudFront', 429, 'Whatever', 'x'],
      ['SSM', 400, 'TooManyUpdates', 'x'],
      ['Route 53', 400, 'PriorRequestNotComplete', 'x'],
      ['S3', 503, 'SlowDown', 'x'],
    ],
  },
  {
    reading: ['Taken', 'giveUp', 'ResourceConflict'],
    answers: [
      ['SSM', 400, 'ParameterAlreadyExists', 'x'],
      ['CloudFront', 409, 'EntityAlreadyExists', 'x'],
      ['CloudFront', 409, 'DistributionAlreadyExists', 'x'],
    ],
  },
  {
    reading: ['CredentialsRefused', 'later', 'InvalidCredentials'],
    answers: [['STS', 403, 'ExpiredToken', 'x']],
  },
  {
    reading: ['CredentialsRefused', 'giveUp', 'InvalidCredentials'],
    answers: [
      ['STS', 403, 'InvalidClientTokenId', 'x'],
      ['SSM', 400, 'UnrecognizedClientException', 'x'],
      ['CloudFormation', 400, 'CredentialsProviderError', 'x'],
    ],
  },
  {
    reading: ['InUse', 'later', 'ResourceConflict'],
    answers: [
      ['ACM', 400, 'ResourceInUseException', 'x'],
      [
        'CloudFormation',
        400,
        'ValidationError',
        'Stack:moves is in UPDATE_IN_PROGRESS state and can not be updated.',
      ],
    ],
  },
  {
    reading: ['Unchanged', 'giveUp', 'InvalidRequest'],
    answers: [['CloudFormation', 400, 'ValidationError', 'No updates are to be performed.']],
  },
  {
    reading: ['Unknown', 'giveUp', 'InternalFailure'],
    answers: [['CloudFront', 400, 'NobodyHeardOfThis', 'x']],
  },
];
