import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { breakEvenMillions, costOf } from '../../src/redirects/cost/cost';
import { dollarsPerStoreCall, gatheredOn, prices } from '../../src/redirects/cost/prices';
import { redirects } from './run';

const handbook = readFileSync(join(__dirname, '../../../../docs/redirect-site.md'), 'utf8');

const traffic = (millions: number, more: object = {}) => ({ millions, repeated: 0, reads: 1, ...more });

test.each([
  ['what is free costs nothing', traffic(2), 0],
  ['runs and reads cost from the third million on', traffic(3), 0.13],
  ['requests cost from the eleventh million on', traffic(11), 1 + 0.9 + 0.27],
  ['far above what is free, a million costs $1.13', traffic(1_010), 1_000 + 100.8 + 30.24],
  ['two reads cost two reads', traffic(3, { reads: 2 }), 0.1 + 0.12],
  ['what browsers answer themselves is not billed', traffic(6, { repeated: 0.5 }), 0.13],
])('%s', (_, asked, dollars) => {
  expect(costOf(asked).dollars).toBeCloseTo(dollars, 6);
});

test.each([0.01, 5, 75, 1_000])('at the break-even with $%d of servers, both cost the same', (dollars) => {
  const millions = breakEvenMillions(dollars, { repeated: 0.3, reads: 1.5 });
  expect(costOf(traffic(millions, { repeated: 0.3, reads: 1.5 })).dollars).toBeCloseTo(dollars, 6);
});

test('caching moves the break-even: half of the requests, twice the answers', () => {
  const at = (repeated: number) => breakEvenMillions(100, { repeated, reads: 1 });
  expect(at(0.5)).toBeCloseTo(2 * at(0), 6);
});

test('the command says what is billed, and from when on servers are cheaper', async () => {
  const { code, out } = await redirects(['cost', '--requests', '20', '--reads', '1', '--server', '75']);
  expect(code).toBe(0);
  expect(out).toMatch(/HTTPS requests +20\.0 million, +10\.0 billed +\$10\.00/);
  expect(out).toContain('20 million answers a month: $12.34');
  expect(out).toMatch(/Servers for \$75\.00 a month are cheaper from 75\.5 million answers on/);
});

test.each(['1', '-0.1', 'half', ''])('a share of %j is refused', async (share) => {
  const { code, err } = await redirects(['cost', '--requests', '1', '--repeated', share]);
  expect(code).toBe(2);
  expect(err).toContain('a share from 0 to below 1');
});

test.each(Object.values(prices))(
  'the handbook has the price of $of',
  ({ of, dollarsPerMillion, freeMillions }) => {
    const row = handbook.split('\n').find((line) => line.startsWith(`| ${of} |`)) ?? '';
    expect(row).toContain(`$${dollarsPerMillion.toFixed(2)}`);
    expect(row).toContain(`${freeMillions} million`);
    expect(row).toContain('second-hand');
  },
);

test('the handbook says when prices were gathered, and what calls of the store cost', () => {
  expect(handbook).toContain(gatheredOn);
  expect(handbook).toContain(`$${dollarsPerStoreCall * 1_000} per 1,000`);
});
