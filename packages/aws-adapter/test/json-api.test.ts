import { failureOf } from '../src/failures/read';
import { callJsonApi } from '../src/json-api/call';
import { Sha256 } from '../src/json-api/hash';
import { readinessOf } from '../src/registry/readiness';
import { callerKeys } from './stub';

const hex = async (hash: Sha256): Promise<string> => Buffer.from(await hash.digest()).toString('hex');

test('the hash that signs is SHA-256 (FIPS 180-2, appendix B.1)', async () => {
  const hash = new Sha256();
  hash.update('ab');
  hash.update(new TextEncoder().encode('c'));
  expect(await hex(hash)).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
});

test('and with a secret its HMAC (RFC 4231, test case 2)', async () => {
  const hash = new Sha256('Jefe');
  hash.update('what do ya want for nothing?');
  expect(await hex(hash)).toBe('5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843');
});

describe('a service that is called without its client', () => {
  const arn = 'arn:aws:codeconnections:eu-west-1:310123456789:connection/1';
  const place = { region: 'eu-west-1', credentials: callerKeys };
  const api = { service: 'codeconnections', target: 'T', version: '1.0' } as const;
  const call = { service: 'CodeConnections', operation: 'GetConnection', resource: arn } as const;
  let fetched: jest.SpyInstance;
  beforeEach(() => {
    fetched = jest.spyOn(globalThis, 'fetch');
  });
  afterEach(() => fetched.mockRestore());

  const refusal = (type: string, status: number) =>
    new Response(JSON.stringify({ __type: `com.amazonaws.codeconnections#${type}`, message: 'No.' }), {
      status,
      headers: { 'x-amzn-requestid': 'r-1' },
    });

  test.each([
    ['AccessDeniedException', 400, 'Denied'],
    ['ThrottlingException', 400, 'Throttled'],
    ['ResourceNotFoundException', 400, 'Absent'],
    ['ResourceUnavailableException', 400, 'Absent'],
    ['InternalServerException', 500, 'ServiceFailed'],
  ])('%s is read from the one table of failures', async (type, status, failure) => {
    fetched.mockResolvedValue(refusal(type, status));
    const thrown = await callJsonApi(place, api, 'GetConnection', {}).catch((error: unknown) => error);
    expect(failureOf(call, thrown)).toMatchObject({
      failure,
      message: expect.stringContaining(`GetConnection: ${type} on ${arn} (request r-1)`),
    });
  });

  test('one that cannot be reached is told from one that refuses', async () => {
    const cause = Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' });
    fetched.mockRejectedValue(Object.assign(new TypeError('fetch failed'), { cause }));
    await expect(readinessOf(callerKeys).connection(arn)).rejects.toMatchObject({ failure: 'Unreachable' });
  });

  test('a connection is asked for in its own region, in the protocol of its service', async () => {
    fetched.mockResolvedValue(new Response(JSON.stringify({ Connection: { ConnectionStatus: 'PENDING' } })));
    expect(await readinessOf(callerKeys).connection(arn)).toBe('PENDING');
    const [url, { headers }] = fetched.mock.calls[0];
    expect([String(url), headers]).toEqual([
      'https://codeconnections.eu-west-1.amazonaws.com/',
      expect.objectContaining({
        'content-type': 'application/x-amz-json-1.0',
        'x-amz-target': 'com.amazonaws.codeconnections.CodeConnections_20231201.GetConnection',
        authorization: expect.stringContaining('/eu-west-1/codeconnections/aws4_request'),
      }),
    ]);
  });
});
