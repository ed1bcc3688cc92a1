import { sideBySide } from '../../src/contract/side-by-side';

/** Work that ends when the test says so. */
function workshop() {
  const log: string[] = [];
  const ends = new Map<string, { done: (text: string) => void; fail: (error: Error) => void }>();
  const signals: AbortSignal[] = [];
  return {
    log,
    signals,
    work: (item: string, aborted: AbortSignal): Promise<string> => {
      log.push(`${item} begins`);
      signals.push(aborted);
      return new Promise((done, fail) => {
        ends.set(item, { done, fail });
      });
    },
    async end(item: string) {
      log.push(`${item} ends`);
      ends.get(item)!.done(item.toUpperCase());
      await rest();
    },
    async fail(item: string, reason: string) {
      log.push(`${item} fails`);
      ends.get(item)!.fail(new Error(reason));
      await rest();
    },
  };
}

const rest = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

test('so many at a time as there are jobs, begun in order; results in order, whoever ends first', async () => {
  const { log, work, end } = workshop();
  const results = sideBySide(['a', 'b', 'c'], 2, work);
  await end('b');
  await end('c');
  await end('a');
  expect(await results).toEqual(['A', 'B', 'C']);
  expect(log).toEqual(['a begins', 'b begins', 'b ends', 'c begins', 'c ends', 'a ends']);
});

test('with one job, one after the other', async () => {
  const { log, work, end } = workshop();
  const results = sideBySide(['a', 'b'], 1, work);
  await end('a');
  await end('b');
  expect(await results).toEqual(['A', 'B']);
  expect(log).toEqual(['a begins', 'a ends', 'b begins', 'b ends']);
});

test('more jobs than items: all at once', async () => {
  const { log, work, end } = workshop();
  const results = sideBySide(['a'], 8, work);
  await end('a');
  expect(await results).toEqual(['A']);
  expect(log).toEqual(['a begins', 'a ends']);
});

test('after a failure the others are told, none begins, and it throws when all have ended: the first failure', async () => {
  const { log, signals, work, fail } = workshop();
  let thrown: unknown;
  const results = sideBySide(['a', 'b', 'c'], 2, work).catch((error) => {
    thrown = error;
  });
  await fail('b', 'b is broken');
  expect(signals.map(({ aborted }) => aborted)).toEqual([true, true]);
  expect(thrown).toBe(undefined);
  await fail('a', 'a was told to stop');
  await results;
  expect(thrown).toEqual(new Error('b is broken'));
  expect(log).toEqual(['a begins', 'b begins', 'b fails', 'a fails']);
});
