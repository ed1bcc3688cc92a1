import { explore } from '../src';
import { cases } from '../src/worlds';

test('x', async () => {
  const chosen = cases.filter(({ customer }) => customer !== undefined);
  const f = await explore({
    seed: '3',
    seconds: 110,
    clock: { now: () => performance.now() },
    cases: chosen,
  });
  console.log(JSON.stringify({ ...f, violations: f.violations.slice(0, 6) }, null, 1));
}, 300_000);
