import { certificatePort } from '../src/certificates';
import { parameterPort } from '../src/parameters';
import { json, jsonError, type Reply, stubbedClients } from './stub';

const world = (...replies: Reply[]) => {
  const { sent, clients } = stubbedClients(replies);
  const bodies = (): unknown[] => sent.map((request) => JSON.parse(request.body));
  return { bodies, parameters: parameterPort(clients.ssm), certificates: certificatePort(clients.acm) };
};

describe('parameters', () => {
  test('are listed recursively over all pages, an empty page in between too', async () => {
    const { parameters, bodies } = world(
      json({ Parameters: [{ Name: '/x/1', Value: 'a' }], NextToken: 't1' }),
      json({ Parameters: [], NextToken: 't2' }),
      json({ Parameters: [{ Name: '/x/y/2', Value: 'b' }] }),
    );
    expect(await parameters.list('/x')).toEqual([
      { name: '/x/1', value: 'a' },
      { name: '/x/y/2', value: 'b' },
    ]);
    expect(bodies()).toMatchObject([{ Recursive: true }, { NextToken: 't1' }, { NextToken: 't2' }]);
  });

  const taken = jsonError(400, 'ParameterAlreadyExists', 'The parameter already exists.');
  test('that are there already are told, not thrown', async () => {
    expect(await world(taken).parameters.put('/x/1', 'v', false)).toBe(false);
    expect(await world(json({ Version: 1 })).parameters.put('/x/1', 'v', false)).toBe(true);
  });

  test('that are written over cannot be there already', async () => {
    await expect(world(taken).parameters.put('/x/1', 'v', true)).rejects.toMatchObject({ failure: 'Taken' });
  });

  test('are removed ten at a time', async () => {
    const { parameters, bodies } = world(json({ DeletedParameters: [], InvalidParameters: [] }));
    await parameters.remove(Array.from({ length: 11 }, (_, i) => `/x/${i}`));
    expect(bodies()).toMatchObject([{ Names: { length: 10 } }, { Names: ['/x/10'] }]);
  });
});

describe('certificates', () => {
  const arn = 'arn:aws:acm:us-east-1:1:certificate/c';
  test('have their names in lower case, each once', async () => {
    const detail = {
      CertificateArn: arn,
      Status: 'ISSUED',
      DomainName: 'Example.com',
      SubjectAlternativeNames: ['example.com', '*.Example.com'],
      NotAfter: 1_800_000_000,
    };
    expect(await world(json({ Certificate: detail })).certificates.findCertificate(arn)).toEqual({
      arn,
      status: 'ISSUED',
      names: ['example.com', '*.example.com'],
      notAfter: 1_800_000_000_000,
    });
  });
  test('that are absent are undefined', async () => {
    const absent = jsonError(400, 'ResourceNotFoundException', 'Could not find certificate');
    expect(await world(absent).certificates.findCertificate(arn)).toBeUndefined();
  });
});
