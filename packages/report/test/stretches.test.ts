import { answerRuns, closeUpsOf } from '../src/close-ups';
import { stretchesOf } from '../src/stretches';
import { asked, edges, inOrder } from './runs';

const sides = ['source', 'target'];
const [one, two] = [edges.slice(0, 1), edges.slice(1)];

describe('who answered, second by second', () => {
  it('is one stretch as long as nothing changes, with the seconds in which nobody asked', () => {
    const sparse = asked({ from: 0, to: 10, every: 3, side: 'source' });
    expect(stretchesOf(sparse, sides, 12)).toEqual([
      { from: 0, to: 12, shares: [1, 0], failedShare: 0, requests: 8, failed: 0 },
    ]);
  });

  it('is divided where several answered in one second', () => {
    const requests = inOrder(
      asked({ from: 0, to: 1, edges: one, side: 'source' }),
      asked({ from: 0, to: 1, edges: two, side: 'target' }),
      asked({ from: 1, to: 2, side: 'target' }),
    );
    expect(stretchesOf(requests, sides, 2).map(({ shares }) => shares)).toEqual([
      [0.5, 0.5],
      [0, 1],
    ]);
  });

  it('never loses a failure, however many right answers stand beside it', () => {
    const requests = inOrder(
      asked({ from: 0, to: 1, every: 0.01, side: 'source' }),
      asked({ from: 0.5, to: 0.51, edges: one, error: '403' }),
    );
    expect(stretchesOf(requests, sides, 1)).toMatchObject([{ failed: 1, requests: 201 }]);
  });
});

describe('a closer look', () => {
  it('shows one failure where its reasons take turns, and names them all', () => {
    const requests = inOrder(
      asked({ from: 0, to: 4, every: 2, edges: one, error: '403' }),
      asked({ from: 1, to: 5, every: 2, edges: one, error: 'TLS' }),
    );
    expect(answerRuns(requests, { from: 0, to: 5 })).toEqual([
      { from: 0, to: 5, side: undefined, errors: ['403', 'TLS'], requests: 4 },
    ]);
  });

  const change = (t: number) => ({ t, name: 'a.example.com', address: '', from: 'source', to: 'target' });

  it('is taken at changes of side and at failures, those near each other in one', () => {
    const failures = asked({ from: 120, to: 121, error: '403' });
    expect(closeUpsOf(failures, [change(60), change(70), change(200)], 300)).toEqual([
      { from: 55, to: 75 },
      { from: 115, to: 125 },
      { from: 195, to: 205 },
    ]);
  });

  it('begins with the answer that users got before it', () => {
    const requests = inOrder(
      asked({ from: 0, to: 10, every: 4, edges: one, side: 'source' }),
      asked({ from: 12, to: 14, edges: one, error: '403' }),
      asked({ from: 14, to: 20, edges: one, side: 'target' }),
    );
    expect(answerRuns(requests, { from: 10, to: 18 })).toEqual([
      { from: 10, to: 12, side: 'source', errors: [], requests: 1 },
      { from: 12, to: 14, side: undefined, errors: ['403'], requests: 2 },
      { from: 14, to: 18, side: 'target', errors: [], requests: 5 },
    ]);
  });
});
