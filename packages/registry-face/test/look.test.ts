import { type Disposition, Failure } from '@cutover/handler-kit';
import { looking } from '../src';

const failure = (disposition: Disposition) =>
  new Failure('ServiceFailed', disposition, 'ServiceInternalError', `it is to ${disposition}`);

/** A look that fails so often, and what came of it. */
async function lookThat(failsTimes: number, error: Error) {
  const slept: number[] = [];
  let asked = 0;
  const look = async () => {
    asked += 1;
    if (asked <= failsTimes) throw error;
    return 'seen';
  };
  const end = await looking(look, async (ms) => slept.push(ms)).catch((thrown) => thrown);
  return { end, asked, slept };
}

test.each([
  ['a look that succeeds is made once', 0, failure('later'), 'seen', 1],
  ['what may pass after a while is asked again', 1, failure('later'), 'seen', 2],
  ['an answer that did not come is asked for again, for five seconds', 3, failure('lookAgain'), 'seen', 4],
])('%s', async (_sentence, failsTimes, error, end, asked) => {
  expect(await lookThat(failsTimes, error)).toMatchObject({ end, asked });
});

test.each([
  ['what lasts longer is told', 9, failure('later'), 4, 5250],
  ['what does not pass is told at once', 9, failure('giveUp'), 1, 0],
  ['a mistake of ours is told at once', 9, new TypeError('no function'), 1, 0],
])('%s', async (_sentence, failsTimes, error, asked, waitedMs) => {
  const found = await lookThat(failsTimes, error);
  expect(found).toMatchObject({ end: error, asked });
  expect(found.slept.reduce((sum, ms) => sum + ms, 0)).toBe(waitedMs);
});
