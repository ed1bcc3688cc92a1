import { journeys } from './support/journeys';
import { walk } from './support/walk';

/*
 * Every call of a port, one after the other, is killed before and after it took effect, loses its answer, is throttled
 * and denied. In the end the world must be as without the fault; at every moment the function that runs must answer by
 * one declared rule set, wholly.
 */
test.each(journeys)(
  '%s ends as it should, whatever call fails',
  async (_, make) => {
    const { points, problems } = await walk(await make());
    expect(problems).toEqual([]);
    expect(points).toBeGreaterThan(100);
  },
  300_000,
);
