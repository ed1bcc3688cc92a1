import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { awsErrorOf, failureOf, rowOf } from '../src/failures/read';
import type { Service } from '../src/failures/row';
import { failureRows } from '../src/failures/table';

/** What each client of the SDK is called in the table. */
const services: Readonly<Record<string, Service>> = {
  acm: 'ACM',
  cloudformation: 'CloudFormation',
  cloudfront: 'CloudFront',
  'cloudfront-keyvaluestore': 'KeyValueStore',
  cloudwatch: 'CloudWatch',
  'route-53': 'Route 53',
  s3: 'S3',
  ssm: 'SSM',
  sts: 'STS',
};
/** The runtime library of the handlers logs through it, and reads its errors itself. */
const READ_ELSEWHERE = ['cloudwatch-logs'];

const src = join(__dirname, '..', 'src');
const clientsIn = (file: string): string[] =>
  [...readFileSync(file, 'utf8').matchAll(/'@aws-sdk\/client-([^']+)'/g)].map(([, client = '']) => client);
const inUse = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .flatMap((name) => clientsIn(join(src, name)));

test('the table knows every client that the adapter imports', () => {
  const read = [...new Set(inUse)].filter((client) => !READ_ELSEWHERE.includes(client));
  expect(read.toSorted()).toEqual(Object.keys(services).toSorted());
});

const exceptionNames = (exported: Record<string, unknown>): string[] =>
  Object.keys(exported).filter((name) => {
    const value = exported[name];
    return typeof value === 'function' && value.prototype instanceof Error;
  });

describe('every exception that a client exports has a row', () => {
  test.each(Object.entries(services))('%s', (client, service) => {
    const names = exceptionNames({ ...require(`@aws-sdk/client-${client}`) });
    expect(names.length).toBeGreaterThan(5);
    const unmapped = names.filter((name) => rowOf(service, { name, message: '' }) === undefined);
    expect(unmapped).toEqual([]);
  });
});

describe('the table', () => {
  test('never says NotFound or AlreadyExists: those speak of the resource of our own type', () => {
    const codes = failureRows.map((row) => row.code);
    expect(codes).not.toContain('NotFound');
    expect(codes).not.toContain('AlreadyExists');
  });

  test('gives every row something to do next', () => {
    expect(failureRows.filter((row) => row.next.length < 20)).toEqual([]);
  });
});

const held = 'One or more of the CNAMEs you provided are already associated with a different resource.';
const dns =
  'One or more aliases specified for the distribution includes an incorrectly configured DNS record that points to another CloudFront distribution. You must update the DNS record to correct the problem.';

// service, HTTP status, name, message -> failure, disposition, code
const answers: [Service, number, string, string, string, string, string][] = [
  ['CloudFront', 409, 'CNAMEAlreadyExists', held, 'AliasHeld', 'later', 'ResourceConflict'],
  ['CloudFront', 409, 'CNAMEAlreadyExists', dns, 'DnsPointsElsewhere', 'later', 'NotStabilized'],
  [
    'CloudFront',
    400,
    'InvalidViewerCertificate',
    'not covered',
    'CertificateRefused',
    'giveUp',
    'InvalidRequest',
  ],
  [
    'CloudFront',
    500,
    'InvalidViewerCertificate',
    'internal',
    'ServiceFailed',
    'lookAgain',
    'ServiceInternalError',
  ],
  ['CloudFront', 412, 'PreconditionFailed', 'x', 'Stale', 'lookAgain', 'NotStabilized'],
  ['CloudFront', 400, 'InvalidIfMatchVersion', 'x', 'Stale', 'lookAgain', 'NotStabilized'],
  [
    'CloudFront',
    400,
    'IllegalUpdate',
    'Invalid or missing alias DNS TXT records.',
    'Refused',
    'later',
    'InvalidRequest',
  ],
  [
    'CloudFront',
    400,
    'IllegalUpdate',
    'Alias move is not allowed since the source distribution is enabled.',
    'Refused',
    'giveUp',
    'InvalidRequest',
  ],
  ['CloudFront', 400, 'IllegalUpdate', 'something else', 'Refused', 'giveUp', 'InvalidRequest'],
  ['CloudFront', 400, 'TooManyDistributionCNAMEs', 'x', 'QuotaReached', 'giveUp', 'ServiceLimitExceeded'],
  ['CloudFront', 404, 'NoSuchDistribution', 'x', 'Absent', 'giveUp', 'InvalidRequest'],
  ['CloudFront', 404, 'EntityNotFound', 'x', 'Absent', 'giveUp', 'InvalidRequest'],
  ['CloudFront', 409, 'ResourceInUse', 'x', 'InUse', 'giveUp', 'ResourceConflict'],
  ['CloudFront', 409, 'DistributionNotDisabled', 'x', 'InUse', 'giveUp', 'ResourceConflict'],
  ['CloudFront', 403, 'AccessDenied', 'x', 'Denied', 'giveUp', 'AccessDenied'],
  ['CloudFront', 401, 'RealtimeLogConfigOwnerMismatch', 'x', 'Denied', 'giveUp', 'AccessDenied'],
  ['CloudFront', 400, 'Throttling', 'Rate exceeded', 'Throttled', 'later', 'Throttling'],
  ['Route 53', 400, 'ThrottlingException', 'x', 'Throttled', 'later', 'Throttling'],
  ['ACM', 400, 'TooManyRequestsException', 'x', 'Throttled', 'later', 'Throttling'],
  ['SSM', 400, 'RequestLimitExceeded', 'x', 'Throttled', 'later', 'Throttling'],
  ['CloudFront', 503, 'SlowDown', 'x', 'Throttled', 'later', 'Throttling'],
  ['CloudFront', 429, 'Whatever', 'x', 'Throttled', 'later', 'Throttling'],
  ['SSM', 400, 'TooManyUpdates', 'x', 'Throttled', 'later', 'Throttling'],
  ['Route 53', 400, 'PriorRequestNotComplete', 'x', 'Throttled', 'later', 'Throttling'],
  [
    'Route 53',
    400,
    'InvalidChangeBatch',
    '[Tried to delete resource record set [name=a] but it was not found]',
    'Stale',
    'lookAgain',
    'NotStabilized',
  ],
  [
    'Route 53',
    400,
    'InvalidChangeBatch',
    '[RRSet of type CNAME at the apex]',
    'Refused',
    'giveUp',
    'InvalidRequest',
  ],
  ['SSM', 400, 'ParameterAlreadyExists', 'x', 'Taken', 'giveUp', 'ResourceConflict'],
  ['SSM', 400, 'ParameterNotFound', 'x', 'Absent', 'giveUp', 'InvalidRequest'],
  ['SSM', 500, 'InternalServerError', 'x', 'ServiceFailed', 'lookAgain', 'ServiceInternalError'],
  ['STS', 403, 'ExpiredToken', 'x', 'CredentialsRefused', 'later', 'InvalidCredentials'],
  ['STS', 403, 'InvalidClientTokenId', 'x', 'CredentialsRefused', 'giveUp', 'InvalidCredentials'],
  ['SSM', 400, 'UnrecognizedClientException', 'x', 'CredentialsRefused', 'giveUp', 'InvalidCredentials'],
  ['CloudFront', 502, 'Unknown', 'Bad gateway', 'ServiceFailed', 'lookAgain', 'ServiceInternalError'],
  ['CloudFront', 409, 'EntityAlreadyExists', 'x', 'Taken', 'giveUp', 'ResourceConflict'],
  ['CloudFront', 409, 'FunctionInUse', 'x', 'InUse', 'giveUp', 'ResourceConflict'],
  ['CloudFront', 409, 'CannotDeleteEntityWhileInUse', 'x', 'InUse', 'giveUp', 'ResourceConflict'],
  ['CloudFront', 409, 'DistributionAlreadyExists', 'x', 'Taken', 'giveUp', 'ResourceConflict'],
  ['CloudFront', 413, 'FunctionSizeLimitExceeded', 'x', 'QuotaReached', 'giveUp', 'ServiceLimitExceeded'],
  ['CloudFront', 500, 'TestFunctionFailed', 'x', 'ServiceFailed', 'lookAgain', 'ServiceInternalError'],
  ['KeyValueStore', 409, 'ConflictException', 'x', 'Stale', 'lookAgain', 'NotStabilized'],
  [
    'KeyValueStore',
    400,
    'ValidationException',
    'Pre-Condition failed',
    'Stale',
    'lookAgain',
    'NotStabilized',
  ],
  ['KeyValueStore', 400, 'ValidationException', 'Key is too long', 'Refused', 'giveUp', 'InvalidRequest'],
  [
    'KeyValueStore',
    402,
    'ServiceQuotaExceededException',
    'x',
    'QuotaReached',
    'giveUp',
    'ServiceLimitExceeded',
  ],
  ['KeyValueStore', 404, 'ResourceNotFoundException', 'x', 'Absent', 'giveUp', 'InvalidRequest'],
  ['ACM', 400, 'ResourceInUseException', 'x', 'InUse', 'later', 'ResourceConflict'],
  ['ACM', 400, 'LimitExceededException', 'x', 'QuotaReached', 'giveUp', 'ServiceLimitExceeded'],
  ['S3', 404, 'NoSuchKey', 'x', 'Absent', 'giveUp', 'InvalidRequest'],
  ['S3', 404, 'NoSuchVersion', 'x', 'Absent', 'giveUp', 'InvalidRequest'],
  ['S3', 403, 'AccessDenied', 'x', 'Denied', 'giveUp', 'AccessDenied'],
  ['S3', 503, 'SlowDown', 'x', 'Throttled', 'later', 'Throttling'],
  [
    'CloudFormation',
    400,
    'CredentialsProviderError',
    'x',
    'CredentialsRefused',
    'giveUp',
    'InvalidCredentials',
  ],
  ['Route 53', 200, 'UnreadableAnswer', 'x', 'ServiceFailed', 'lookAgain', 'ServiceInternalError'],
  [
    'CloudFormation',
    400,
    'ValidationError',
    'Stack with id moves does not exist',
    'Absent',
    'giveUp',
    'InvalidRequest',
  ],
  [
    'CloudFormation',
    400,
    'ValidationError',
    'No updates are to be performed.',
    'Unchanged',
    'giveUp',
    'InvalidRequest',
  ],
  [
    'CloudFormation',
    400,
    'ValidationError',
    'Stack:moves is in UPDATE_IN_PROGRESS state and can not be updated.',
    'InUse',
    'later',
    'ResourceConflict',
  ],
  [
    'CloudFormation',
    400,
    'CFNRegistryException',
    'The maximum number of versions is registered.',
    'QuotaReached',
    'giveUp',
    'ServiceLimitExceeded',
  ],
  [
    'CloudFormation',
    400,
    'CFNRegistryException',
    'The version needs to be tested first.',
    'Refused',
    'giveUp',
    'InvalidRequest',
  ],
  [
    'CloudFormation',
    400,
    'CFNRegistryException',
    'The account is not verified as a publisher.',
    'Absent',
    'giveUp',
    'InvalidRequest',
  ],
  [
    'STS',
    403,
    'AccessDenied',
    'not authorized to perform sts:AssumeRole',
    'Denied',
    'giveUp',
    'AccessDenied',
  ],
  ['CloudFront', 403, 'AccessDenied', 'Your account must be verified.', 'Denied', 'giveUp', 'AccessDenied'],
  ['CodeConnections', 400, 'ResourceUnavailableException', 'x', 'Absent', 'giveUp', 'InvalidRequest'],
  ['S3', 301, 'PermanentRedirect', 'x', 'Refused', 'giveUp', 'InvalidRequest'],
  ['CloudFront', 400, 'NobodyHeardOfThis', 'x', 'Unknown', 'giveUp', 'InternalFailure'],
];

const thrown = (name: string, message: string, more: object): Error =>
  Object.assign(new Error(message), { name }, more);

describe('an answer of AWS becomes', () => {
  test.each(answers)(
    '%s %i %s "%s" -> %s, %s, %s',
    (service, status, name, message, failure, disposition, code) => {
      const error = thrown(name, message, { $metadata: { httpStatusCode: status, requestId: 'req-1' } });
      const read = failureOf({ service, operation: 'Op', resource: 'thing' }, error);
      expect({ failure: read.failure, disposition: read.disposition, code: read.code }).toEqual({
        failure,
        disposition,
        code,
      });
    },
  );
});

test('no row of the table stands there for nothing: an exception of a client in use, or an answer below, reaches it', () => {
  const exported = Object.entries(services).flatMap(([client, service]) =>
    exceptionNames({ ...require(`@aws-sdk/client-${client}`) }).map((name) =>
      rowOf(service, { name, message: '' }),
    ),
  );
  const answered = answers.map(([service, status, name, message]) =>
    rowOf(service, { name, message, status }),
  );
  const silent = rowOf('CloudFront', awsErrorOf(noAnswers[0]![1]));
  const reached = new Set([...exported, ...answered, silent]);
  expect(failureRows.filter((row) => !reached.has(row))).toEqual([]);
});

const noAnswers: [string, Error][] = [
  ['a connection that was refused', thrown('Error', 'connect', { code: 'ECONNREFUSED' })],
  ['a connection that was cut', thrown('Error', 'socket hang up', { code: 'ECONNRESET' })],
  ['a name that does not resolve', thrown('Error', 'getaddrinfo', { code: 'ENOTFOUND' })],
  ['a resolver that does not answer', thrown('Error', 'getaddrinfo', { code: 'EAI_AGAIN' })],
  ['a certificate that is not trusted', thrown('Error', 'tls', { code: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE' })],
  [
    'a request that took too long',
    thrown('TimeoutError', 'Request timed out', { $metadata: { attempts: 1 } }),
  ],
];

describe('no answer at all means: look again', () => {
  test.each(noAnswers)('%s', (_, error) => {
    const read = failureOf({ service: 'CloudFront', operation: 'UpdateDistribution', resource: 'd' }, error);
    expect([read.failure, read.disposition, read.code]).toEqual([
      'Unreachable',
      'lookAgain',
      'NetworkFailure',
    ]);
  });

  test('nor does a success whose body cannot be read say that nothing happened', () => {
    const error = thrown('SyntaxError', 'Unexpected end', { $response: { statusCode: 200 } });
    expect(awsErrorOf(error).name).toBe('UnreadableAnswer');
  });
});

describe('the message is for people', () => {
  test('it says what, where, which request, in whose words, and what to do next', () => {
    const error = thrown('NobodyHeardOfThis', 'Odd.', {
      $metadata: { httpStatusCode: 400, requestId: 'req-7' },
    });
    const call = {
      service: 'CloudFront',
      operation: 'GetDistribution',
      resource: 'distribution E1',
    } as const;
    expect(failureOf(call, error).message).toBe(
      'GetDistribution: NobodyHeardOfThis on distribution E1 (request req-7): Odd. No rule says what this error means: report it together with this message.',
    );
    expect(failureOf(call, error).source).toBe('GetDistribution: NobodyHeardOfThis');
  });
});
