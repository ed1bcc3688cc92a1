import { outagesOf, outageWindows } from '../src/outages';
import { asked, edges, inOrder } from './runs';

const healthy = (from: number, to: number) => asked({ from, to, side: 'source' });
const failing = (from: number, to: number, at = edges) => asked({ from, to, edges: at, error: '403' });
const times = (requests: Parameters<typeof outagesOf>[0]) =>
  outagesOf(requests).map(({ from, to }) => [from, to]);

describe('an outage', () => {
  it('is none where nothing failed', () => {
    expect(outagesOf(healthy(0, 10))).toEqual([]);
  });

  it('lasts from the first failed request to the first right answer', () => {
    const requests = [...healthy(0, 5), ...failing(5, 8), ...healthy(8, 10)];
    expect(outagesOf(requests)).toEqual([
      {
        name: 'a.example.com',
        from: 5,
        to: 8,
        isOpen: false,
        failed: 6,
        requests: 6,
        addresses: edges,
        reasons: ['403'],
      },
    ]);
  });

  it('is one while any edge fails, and counts the right answers of the others', () => {
    const [one, two] = [edges.slice(0, 1), edges.slice(1)];
    const requests = inOrder(
      failing(5, 8, one),
      asked({ from: 8, to: 12, edges: one, side: 'source' }),
      asked({ from: 5, to: 7, edges: two, side: 'source' }),
      failing(7, 10, two),
      asked({ from: 10, to: 12, edges: two, side: 'source' }),
    );
    expect(outagesOf(requests)).toMatchObject([{ from: 5, to: 10, failed: 6, requests: 10 }]);
  });

  it('is two when users had right answers between', () => {
    const requests = [...failing(5, 6), ...healthy(6, 10), ...failing(10, 11), ...healthy(11, 13)];
    expect(times(requests)).toEqual([
      [5, 6],
      [10, 11],
    ]);
  });

  it('is open when the run ended in it', () => {
    expect(outagesOf([...healthy(0, 5), ...failing(5, 8)])).toMatchObject([{ from: 5, to: 7, isOpen: true }]);
  });

  it('that DNS made is one of every edge', () => {
    const lookups = asked({ from: 5, to: 7, edges: [''], error: 'DNS answers NXDOMAIN' });
    expect(outagesOf([...healthy(0, 5), ...lookups, ...healthy(7, 9)])).toMatchObject([
      { from: 5, to: 7, failed: 2, addresses: [] },
    ]);
  });
});

test('outages of several names are one window where they lie over each other', () => {
  const named = (name: string, from: number, to: number) =>
    asked({ name, from, to, error: '403' }).concat(asked({ name, from: to, to: to + 1, side: 'source' }));
  const requests = inOrder(
    named('a.example.com', 5, 8),
    named('b.example.com', 7, 9),
    named('c.example.com', 20, 21),
  );
  expect(outageWindows(outagesOf(requests))).toEqual([
    { from: 5, to: 9, isOpen: false },
    { from: 20, to: 21, isOpen: false },
  ]);
});
