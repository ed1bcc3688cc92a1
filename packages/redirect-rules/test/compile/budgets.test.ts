import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { lint } from '@cutover/edge-functions';
import { budgets, compile } from '../../src';
import { functionCode } from '../../src/layout/function/code';
import { handlerCode } from '../../src/layout/function/handler-code';
import { bytesIn } from '../../src/layout/limits';
import { expectBudgets } from '../support/agreement';
import { bulkRules } from '../support/bulk';
import { askEdge } from '../support/edge';
import { exact, pattern, rule, ruleSet, site } from '../support/sets';

const { deployed } = require('../../../../scripts/lib/handler-code.mjs');
const handler = readFileSync(join(__dirname, '../../src/layout/function/handler.js'), 'utf8');

describe('the function', () => {
  const farAhead = functionCode(99_999_999);

  it('fits into the 10,240 bytes of CloudFront, whatever the generation', () => {
    expect(farAhead).toContain("const NEWER='1njchs'\n");
    expect(bytesIn(farAhead)).toBeLessThanOrEqual(budgets.codeBytes);
  });

  it('is written in what CloudFront takes', () => {
    expect(lint(farAhead)).toEqual([]);
  });

  it('is made of handler.js as it is now: npm run generate', () => {
    expect(handlerCode).toBe(deployed(handler));
  });
});

describe('100,000 redirects of one host', () => {
  const rules = bulkRules({ redirects: 100_000 });
  const compiled = compile(rules);

  it('take at most 40 bytes each, in items that a store takes', () => {
    expect(compiled.stats.bytesPerRedirect).toBeLessThanOrEqual(40);
    expectBudgets(compiled);
  });

  it('are found by three key reads: record, page, bucket', async () => {
    const asked = [0, 1, 49_999, 99_999].map((at) => {
      const { match, outcome } = rules.sites[0]!.rules[at]!;
      const uri = match.path.kind === 'exact' ? match.path.path : '';
      return { request: { host: 'www.example.com', uri, now: 0 }, location: outcome.target?.url };
    });
    const answers = await askEdge(
      compiled,
      asked.map(({ request }) => request),
    );
    expect(answers).toEqual(asked.map(({ location }) => ({ status: 301, location, headers: {}, reads: 3 })));
    expect(compiled.stats.maxReads).toBe(3);
  });
});

test('100,000 redirects that keep the last segment of their path take less than half of that', () => {
  const [host] = bulkRules({ redirects: 20_000 }).sites;
  const renamed = host!.rules.map(({ match }, at) => {
    const slug = match.path.kind === 'exact' ? match.path.path.slice('/archive/'.length) : '';
    return rule(`r${at}`, { match, to: `https://www.example.org/${at % 7}/stories/${slug}` });
  });
  expect(compile(ruleSet(site('www.example.com', renamed))).stats.bytesPerRedirect).toBeLessThan(20);
});

test('a host for each redirect takes one item and one key read', async () => {
  const hosts = Array.from({ length: 500 }, (_, at) => `h${at}.example.com`);
  const compiled = compile(
    ruleSet(...hosts.map((host) => site(host, [rule(host, { to: `https://www.example.org/${host}` })]))),
  );
  expect(compiled.items.size).toBe(500);
  expect(await askEdge(compiled, [{ host: 'h7.example.com', uri: '/', now: 0 }])).toMatchObject([
    { reads: 1 },
  ]);
});

test('equal rules give equal items, in equal order, whatever notes and places say', () => {
  const rules = bulkRules({ redirects: 2_000, hosts: 3 });
  const elsewhere = structuredClone(rules);
  for (const each of elsewhere.sites.flatMap((one) => one.rules)) {
    Object.assign(each, { note: 'moved', owner: 'web', at: { file: 'other.yaml', line: 7, column: 3 } });
  }
  expect([...compile(elsewhere).items]).toEqual([...compile(rules).items]);
});

test('patterns do not stop an index: what they cannot match moves past them', async () => {
  const paths = Array.from({ length: 300 }, (_, at) => `/page-${at}-of-a-long-list`);
  const rules = ruleSet(
    site('a.org', [
      rule('first', { match: pattern('/blog/*'), to: 'https://b.org/blog' }),
      ...paths.map((path, at) => rule(path, { match: exact(path), to: `https://b.org/${at}` })),
      rule('last', { to: 'https://b.org/' }),
    ]),
  );
  const compiled = compile(rules);
  expect(compiled.stats).toMatchObject({ indexedRules: 300, rules: 302 });
  expect(
    await askEdge(
      compiled,
      ['/blog/x', paths[7]!, '/else'].map((uri) => ({ host: 'a.org', uri, now: 0 })),
    ),
  ).toMatchObject([
    { location: 'https://b.org/blog', reads: 2 },
    { location: 'https://b.org/7', reads: 2 },
    { location: 'https://b.org/', reads: 2 },
  ]);
});
