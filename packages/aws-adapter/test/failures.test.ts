import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { awsErrorOf, failureOf, rowOf } from '../src/failures/read';
import type { Service } from '../src/failures/row';
import { failureRows } from '../src/failures/table';
import { readings } from './answers';

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

const thrown = (name: string, message: string, more: object): Error =>
  Object.assign(new Error(message), { name }, more);

describe.each(readings)('as $reading is read', ({ reading, answers }) => {
  test.each(answers)('%s %i %s "%s"', (service, status, name, message) => {
    const error = thrown(name, message, { $metadata: { httpStatusCode: status, requestId: 'req-1' } });
    const { failure, disposition, code } = failureOf({ service, operation: 'Op', resource: 'thing' }, error);
    expect([failure, disposition, code]).toEqual(reading);
  });
});

test('no row of the table stands there for nothing: an exception of a client in use, or an answer below, reaches it', () => {
  const exported = Object.entries(services).flatMap(([client, service]) =>
    exceptionNames({ ...require(`@aws-sdk/client-${client}`) }).map((name) =>
      rowOf(service, { name, message: '' }),
    ),
  );
  const answered = readings.flatMap(({ answers }) =>
    answers.map(([service, status, name, message]) => rowOf(service, { name, message, status })),
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
