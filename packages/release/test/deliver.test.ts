import { deliveryTable, planDelivery, wavesOf } from '../src/deliver/plan';

const type = 'Acme::Demo::Greeting';
const wanted = { typeName: type, version: '1.3.0', sha256: 'new' };
const inRegion = (publicVersion: string | undefined, region = 'us-east-1') => ({
  typeName: type,
  region,
  publicVersion,
});

/** What the region has, what was published last, and what is done there. */
const rows: [string, string | undefined, { version: string; sha256: string } | undefined, object][] = [
  [
    'never published: the registry chooses the number',
    undefined,
    undefined,
    { kind: 'publish', number: 'first' },
  ],
  ['changed', '1.2.0', { version: '1.2.0', sha256: 'old' }, { kind: 'publish', number: '1.3.0' }],
  ['published already', '1.3.0', { version: '1.3.0', sha256: 'new' }, { kind: 'unchanged' }],
  [
    'behind the others, since it failed',
    '1.1.0',
    { version: '1.3.0', sha256: 'new' },
    { kind: 'publish', number: '1.3.0' },
  ],
  [
    'new in the list while the others have it',
    undefined,
    { version: '1.3.0', sha256: 'new' },
    { kind: 'publish', number: 'first' },
  ],
  [
    'other bytes under the same number',
    '1.3.0',
    { version: '1.3.0', sha256: 'old' },
    { kind: 'refused', because: '1.3.0 is public with other bytes: raise the version' },
  ],
  [
    'a number that does not grow',
    '1.10.0',
    { version: '1.10.0', sha256: 'old' },
    { kind: 'refused', because: '1.10.0 is public already, and versions only grow' },
  ],
];

describe('in a region, a type is', () => {
  test.each(rows)('%s', (_sentence, publicVersion, last, move) => {
    const [line] = planDelivery([wanted], [inRegion(publicVersion)], last ? { [type]: last } : {});
    expect(line?.move).toEqual(move);
  });
});

test('the table of the approval says now and next for every type and region', () => {
  const places = [inRegion('1.2.0'), inRegion('1.3.0', 'eu-west-1'), inRegion(undefined, 'ca-west-1')];
  expect(deliveryTable(planDelivery([wanted], places, {})).split('\n')).toEqual([
    'type                  region     version',
    'Acme::Demo::Greeting  us-east-1  1.2.0 → 1.3.0  publish',
    'Acme::Demo::Greeting  eu-west-1  1.3.0          nothing to do',
    'Acme::Demo::Greeting  ca-west-1  none → 1.3.0   first, the registry says 1.0.0',
    '',
  ]);
});

describe('waves', () => {
  test.each([
    ['one region goes first, alone', ['a', 'b', 'c', 'd'], 'b', 2, [['b'], ['a', 'c'], ['d']]],
    ['no wave is larger than CloudFront bears', ['a', 'b', 'c'], 'a', 1, [['a'], ['b'], ['c']]],
    ['a canary that is not in the list is none', ['a', 'b'], 'z', 5, [['a', 'b']]],
  ])('%s', (_sentence, regions, canary, size, expected) => {
    expect(wavesOf(regions, canary, size)).toEqual(expected);
  });
});
