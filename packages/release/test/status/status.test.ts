import { answer } from '@cutover/local-aws';
import { lookAround } from '../../src/status/look';
import { statusPage } from '../../src/status/page';
import { type StatusLine, statusOf, statusRows } from '../../src/status/status';
import { headlineOf, nextOf, publishedOf, troubleOf } from '../../src/status/summary';
import { bench } from '../deliver/in-process';
import { becomePublisher, deliverToPublic, released } from '../deliver/release';
import { closed, manifest, mixed, next, open, type } from './records';

describe('a type in a region', () => {
  const last = manifest('1.2.0', 'old', 'us-east-1');
  test.each<[string, StatusLine[], object]>([
    ['is published', statusOf([open('us-east-1', '1.2.0')], [], last), { state: 'published', sha256: 'old' }],
    [
      'is published, as far as one knows without a manifest',
      statusOf([open('us-east-1', '1.2.0')], [], {}),
      { state: 'published', intended: undefined },
    ],
    ['was never published', statusOf([open('eu-west-1', undefined)], [], last), { state: 'none' }],
    [
      'has failed: the last release wanted more',
      statusOf([open('us-east-1', '1.1.0')], [], last),
      { state: 'failed', publicVersion: '1.1.0', intended: '1.2.0', sha256: undefined },
    ],
    [
      'has failed at its first publication',
      statusOf([open('us-east-1', undefined)], [], last),
      { state: 'failed', publicVersion: undefined, intended: '1.2.0' },
    ],
    [
      'is unknown',
      statusOf([closed('us-east-1')], [next], last),
      { state: 'unknown', because: 'The security token is invalid.' },
    ],
    [
      'would get the next version',
      statusOf([open('us-east-1', '1.2.0')], [next], last),
      { next: { kind: 'publish', number: '1.3.0' } },
    ],
    [
      'has these bytes already',
      statusOf([open('us-east-1', '1.3.0')], [next], manifest('1.3.0', 'new', 'us-east-1')),
      { next: { kind: 'unchanged' } },
    ],
    [
      'is not compared with what nobody has built',
      statusOf([open('us-east-1', '1.2.0')], [], last),
      { next: undefined },
    ],
  ])('%s', (_sentence, [line], expected) => {
    expect(line).toMatchObject(expected);
  });
});

test('the table says it line by line', () => {
  expect(statusRows(mixed().lines)).toEqual([
    ['type', 'region', 'public', 'default', 'versions', 'next', ''],
    [type, 'us-east-1', '1.2.0', '00000002', '2', '1.3.0', 'published'],
    [type, 'eu-west-1', '1.1.0', '00000002', '2', '1.3.0', 'failed: 1.2.0 was wanted'],
    [type, 'sa-east-1', '-', '00000002', '2', '1.0.0, the first', 'not published'],
    [type, 'ca-west-1', '-', '-', '-', '-', 'unknown: The security token is invalid.'],
  ]);
});

describe('in short', () => {
  test.each([
    ['yes', '1 of 4 regions failed, 1 region unknown', mixed().lines],
    ['unknown', '1 of 1 region unknown', statusOf([closed('us-east-1')], [], {})],
    ['unknown', 'Nothing is published', statusOf([open('us-east-1', undefined)], [], {})],
    [
      'unknown',
      'Not everything is published in 1 of 2 regions',
      statusOf([open('us-east-1', '1.0.0'), open('eu-west-1', undefined)], [], {}),
    ],
    ['no', 'Everything is published in 1 region', statusOf([open('us-east-1', '1.0.0')], [], {})],
  ])('%s: %s', (tone, text, lines) => {
    expect(headlineOf(lines)).toEqual({ tone, text });
  });

  test('what is public, what is in trouble, what would be next', () => {
    const { lines } = mixed();
    expect(publishedOf(lines)).toEqual([`${type} 1.2.0 in 1 region`, `${type} 1.1.0 in 1 region`]);
    expect(troubleOf(lines)).toEqual([
      `${type} 1.2.0 has failed in eu-west-1`,
      `${type} is unknown in ca-west-1`,
    ]);
    expect(nextOf(lines)).toEqual([`${type} 1.3.0 in 2 regions`, `${type} 1.0.0, the first, in 1 region`]);
    expect(nextOf(statusOf([open('us-east-1', '1.2.0')], [], {}))).toEqual([
      'not looked at: the packages were not built',
    ]);
  });
});

test('the page names the package that is public, which `republish` asks for', () => {
  expect(statusPage(mixed())).toContain('The package of 1.2.0 is old.');
});

test('the same record gives the same page, which escapes what strangers wrote', () => {
  expect(statusPage(mixed())).toBe(statusPage(mixed()));
  const attack = '<script>1</script>';
  expect(statusPage({ ...mixed(), lines: statusOf([closed('us-east-1', attack)], [], {}) })).not.toContain(
    attack,
  );
});

describe('the regions of an account', () => {
  const regions = ['us-east-1', 'eu-west-1', 'ca-west-1'];
  const shut: typeof answer = (world, request) =>
    request.caller.region === 'ca-west-1' && request.operation === 'DescribePublisher'
      ? { kind: 'failure', code: 'UnrecognizedClientException', status: 403, message: 'No.', latencyMs: 1 }
      : answer(world, request);

  test('show what is registered and public, and one that refuses keeps no other back', async () => {
    const here = bench({ answer: shut });
    becomePublisher(here, regions);
    await deliverToPublic(here, { regions: ['us-east-1'] }, released('1.0.0'));
    expect(await lookAround(here.account, regions, [type], undefined)).toEqual([
      {
        typeName: type,
        region: 'us-east-1',
        kind: 'open',
        defaultVersion: '00000001',
        versions: 1,
        publicVersion: '1.0.0',
      },
      {
        typeName: type,
        region: 'eu-west-1',
        kind: 'open',
        defaultVersion: undefined,
        versions: 0,
        publicVersion: undefined,
      },
      {
        typeName: type,
        region: 'ca-west-1',
        kind: 'closed',
        because: expect.stringContaining('UnrecognizedClient'),
      },
    ]);
  });
});
