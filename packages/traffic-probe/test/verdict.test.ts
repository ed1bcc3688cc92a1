import { failureSentence, verdict } from '../src';
import { at } from './support/log';

const otherEdge = { address: '203.0.113.20' };
const noAddress = { address: '' };

describe('the longest gap', () => {
  test.each([
    ['is 0 when nothing failed', [at(0, 'source'), at(500, 'source')], 0],
    [
      'runs from the first failed request to the next good one',
      [at(0, 'source'), at(100, undefined, '403'), at(200, undefined, '403'), at(350, 'target')],
      250,
    ],
    [
      'is the longest of several, not their sum',
      [at(0, undefined, '403'), at(100, 'a'), at(200, undefined, '403'), at(500, 'a')],
      300,
    ],
    [
      'runs to the end when nothing good follows',
      [at(0, 'a'), at(100, undefined, '403'), at(900, undefined, 'x')],
      800,
    ],
    ['is not 0 when only the very last request failed', [at(0, 'a'), at(100, undefined, '403')], 1],
    [
      'is told per edge: a good answer elsewhere does not end it',
      [
        at(0, undefined, '403'),
        at(0, 'a', undefined, otherEdge),
        at(100, 'a', undefined, otherEdge),
        at(200, 'a'),
      ],
      200,
    ],
    [
      'goes on at every edge while DNS fails',
      [at(0, 'a'), at(100, undefined, '403'), at(200, undefined, 'DNS', noAddress), at(300, 'a')],
      200,
    ],
  ])('%s', (_, log, gap) => {
    expect(verdict(log).longestGapMs).toBe(gap);
  });
});

describe('the shortest hole that would have been seen', () => {
  it('is the largest distance between two requests of one name at one address', () => {
    const log = [at(0, 'a'), at(100, 'a'), at(700, 'a'), at(300, 'a', undefined, otherEdge)];
    expect(verdict(log).shortestVisibleHoleMs).toBe(600);
  });

  it('has no number near changes when the answers never changed', () => {
    expect(verdict([at(0, 'a'), at(100, 'a')]).shortestVisibleHoleNearChangeMs).toBeUndefined();
  });

  test.each([
    [
      'a change of side',
      [at(0, 'a'), at(9000, 'a'), at(9100, 'b'), at(9180, 'b'), at(11_200, 'b'), at(15_000, 'b')],
    ],
    [
      'the begin of failures',
      [at(0, 'a'), at(9000, 'a'), at(9100, undefined, '403'), at(11_120, undefined, '403')],
    ],
  ])('is measured near %s as well', (_, log) => {
    expect(verdict(log).shortestVisibleHoleNearChangeMs).toBe(9000);
  });

  it('leaves out near changes what is further away than two seconds', () => {
    const sparse = [at(0, 'a'), at(500, 'a'), at(1000, 'a')];
    const dense = Array.from({ length: 101 }, (_, i) => at(1100 + i * 100, i < 50 ? 'a' : 'b'));
    const log = [...sparse, ...dense, at(11_600, 'b')];
    expect(verdict(log)).toMatchObject({ shortestVisibleHoleMs: 500, shortestVisibleHoleNearChangeMs: 100 });
  });
});

describe('switches', () => {
  it('are the first answers of another side, per name and edge, in order of time', () => {
    const log = [
      at(0, 'source'),
      at(0, 'source', undefined, otherEdge),
      at(100, 'target', undefined, otherEdge),
      at(200, 'target'),
    ];
    const each = { name: 'a.example.com', from: 'source', to: 'target' };
    expect(verdict(log).switches).toEqual([
      { ...each, t: 100, address: '203.0.113.20' },
      { ...each, t: 200, address: '203.0.113.10' },
    ]);
  });

  it('are seen across a stretch that nobody answered', () => {
    const log = [at(0, 'source'), at(100, undefined, '403'), at(200, 'target')];
    expect(verdict(log).switches).toMatchObject([{ t: 200, from: 'source', to: 'target' }]);
  });

  it('tell the way there and back of a sick target', () => {
    const log = [at(0, 'source'), at(100, 'target', '500 from target'), at(200, 'source')];
    expect(verdict(log).switches.map(({ to }) => to)).toEqual(['target', 'source']);
  });
});

describe('the final side', () => {
  test.each([
    ['is the side that answered last', [at(0, 'source'), at(100, 'target')], 'target'],
    ['is split when two edges differ', [at(100, 'target'), at(100, 'source', undefined, otherEdge)], 'split'],
    ['is nobody when nobody answers', [at(0, 'source'), at(100, undefined, '403')], 'nobody'],
    [
      'asks only the addresses that DNS gave last',
      [at(0, 'source', undefined, otherEdge), at(100, 'target')],
      'target',
    ],
  ])('%s', (_, log, side) => {
    expect(verdict(log).finalSide).toEqual({ 'a.example.com': side });
  });
});

describe('failures', () => {
  const log = [
    at(61_500, undefined, '403: the edge refuses the name'),
    at(61_500, undefined, '403: the edge refuses the name', otherEdge),
    at(73_200, undefined, '403: the edge refuses the name'),
    at(80_000, undefined, 'DNS answers NXDOMAIN for a.example.com', noAddress),
  ];

  it('are grouped by name and reason', () => {
    expect(verdict(log).failures.map(({ count }) => count)).toEqual([3, 1]);
    expect(verdict(log).failed).toBe(4);
  });

  it('are told in one sentence each', () => {
    expect(verdict(log).failures.map(failureSentence)).toEqual([
      'a.example.com: 3 requests failed at 203.0.113.10, 203.0.113.20 from 61.5 s to 73.2 s: 403: the edge refuses the name',
      'a.example.com: 1 request failed after 80.0 s: DNS answers NXDOMAIN for a.example.com',
    ]);
  });
});

it('an empty log has an empty verdict', () => {
  expect(verdict([])).toMatchObject({ requests: 0, failed: 0, longestGapMs: 0, shortestVisibleHoleMs: 0 });
});
