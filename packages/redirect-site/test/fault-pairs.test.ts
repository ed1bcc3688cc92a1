import { journeys } from './support/journeys';
import { pairsOf } from './support/pairs';

/*
 * Two faults of calls that change something, in one run, under the laws of faults.test.ts. All pairs take long: here one
 * first fault in so many, and one second of it in as many; all of them with
 * `EVERY=1 npx jest packages/redirect-site/test/fault-pairs --selectProjects unit`.
 */
const EVERY = Number(process.env.EVERY ?? 13);

test.each(journeys)(
  '%s ends as it should, whatever two calls fail',
  async (name, make) => {
    let count = 0;
    const problems: string[] = [];
    for await (const pair of pairsOf(await make(), EVERY)) {
      count += 1;
      problems.push(...(await pair.problems()).map((problem) => `${pair.name}: ${problem}`));
    }
    if (process.env.EVERY !== undefined) console.log(`${name}: ${count} pairs of faults`);
    expect(problems).toEqual([]);
    expect(count).toBeGreaterThan(100 / EVERY);
  },
  7_200_000,
);
