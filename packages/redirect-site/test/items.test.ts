import { compile, delta, settle, stage } from '@cutover/redirect-rules';
import { writesBetween, written } from '../src/items/batches';
import { codeOf, contentDigestOf, itemsDigestOf } from '../src/items/content';
import { asOf, hostGenerationsOf, withGenerations } from '../src/items/versions';
import { rulesOf } from './support/judge';
import { rules } from './support/sites';

const former = rulesOf(rules());
const next = rulesOf(rules({ to: 'https://jobs.example.org/' }));
const live = compile(former, { generation: 1 }).items;
const after = compile(next, { generation: 2 }).items;
const staged = stage(live, after, 2);
const settled = settle(staged, after);

describe('two generations in one store', () => {
  test('the function of the former sees what was there before, and content that disturbs nobody', () => {
    const seen = asOf(staged, 1);
    for (const [key, value] of live) expect(seen.get(key)).toBe(value);
    for (const key of seen.keys()) expect(live.has(key) || /^[rbpo]:/.test(key)).toBe(true);
  });

  test('the function of the next sees hosts that were added, and none that were taken away', () => {
    const without = compile({ ...next, sites: next.sites.slice(0, 1) }, { generation: 2 }).items;
    const seen = asOf(stage(live, without, 2), 2);
    expect([...live.keys()]).toContain('h:old.example.net');
    expect([...seen.keys()]).not.toContain('h:old.example.net');
  });

  test('a host whose rules did not change keeps the generation of its record, and the journal can tell which', () => {
    expect(hostGenerationsOf(live)).toBe('1*3');
    expect(hostGenerationsOf(settled)).toBe('2*2,1*1');
    expect(withGenerations(after, hostGenerationsOf(settled))).toEqual(settled);
  });
});

describe('digests', () => {
  test('of content are the same for a generation of another number', () => {
    expect(contentDigestOf(compile(former, { generation: 7 }))).toBe(contentDigestOf({ items: live }));
    expect(contentDigestOf({ items: after })).not.toBe(contentDigestOf({ items: live }));
  });

  test('of items tell every difference', () => {
    expect(itemsDigestOf(settled)).not.toBe(itemsDigestOf(after));
    expect(itemsDigestOf(new Map(settled))).toBe(itemsDigestOf(settled));
  });

  test('the code of a generation needs no rules', () => {
    expect(codeOf(7)).toBe(compile(former, { generation: 7 }).functionCode);
  });
});

describe('writes', () => {
  const many = new Map(Array.from({ length: 120 }, (_, at) => [`b:${at}`, 'x'] as const));
  const withHost = new Map([['h:a.example.com', '1\n'], ...many]);

  test('are of fifty keys at most, content before the records that point to it', () => {
    const { puts, deletes } = writesBetween(new Map(), withHost);
    expect(puts.map((batch) => batch.puts.size)).toEqual([50, 50, 21]);
    expect([...(puts.at(-1)?.puts.keys() ?? [])].at(-1)).toBe('h:a.example.com');
    expect(deletes).toEqual([]);
  });

  test('are of three megabytes at most', () => {
    const large = new Map(Array.from({ length: 7 }, (_, at) => [`b:${at}`, 'x'.repeat(1_000_000)] as const));
    expect(writesBetween(new Map(), large).puts.map((batch) => batch.puts.size)).toEqual([2, 2, 2, 1]);
  });

  test('make of the one what the other is, deletes last', () => {
    const { puts, deletes } = writesBetween(staged, settled);
    const result = [...puts, ...deletes].reduce(written, new Map(staged));
    expect(delta(result, settled)).toEqual({ puts: new Map(), deletes: [] });
    expect(puts.every((batch) => batch.deletes.length === 0)).toBe(true);
  });

  test('of equal items are none', () => {
    expect(writesBetween(staged, staged)).toEqual({ puts: [], deletes: [] });
  });
});
