import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { limits } from '@cutover/edge-functions';
import { compiled, exceededBy } from '../../src/redirects/compiled';
import { rulesIn } from '../../src/redirects/rules-file';
import { fixture, redirects } from './run';

const rules = fixture('rules.yml');
const folder = (): string => join(mkdtempSync(join(tmpdir(), 'compiled-')), 'build', 'edge');

describe('cutover redirects compile', () => {
  it('writes the function, the items as a store imports them, and what they take', async () => {
    const output = folder();
    const { code, out } = await redirects(['compile', '--output', output, rules]);
    const written = (name: string): string => readFileSync(join(output, name), 'utf8');
    const { data } = JSON.parse(written('items.json')) as { data: { key: string; value: string }[] };
    const stats = JSON.parse(written('stats.json'));
    expect(written('function.js')).toContain('async function handler(event)');
    expect(data.map(({ key }) => key)).toContain('h:old.example.com');
    expect(stats).toMatchObject({ items: data.length, rules: 5, hosts: 3 });
    expect(stats.bytes).toBe(data.reduce((sum, { key, value }) => sum + Buffer.byteLength(key + value), 0));
    expect(out).toMatch(/^function\.js {2}\d+ bytes/);
    expect(code).toBe(0);
  });

  it('tells the same in JSON', async () => {
    const { out } = await redirects(['compile', '--json', '--output', folder(), rules]);
    expect(JSON.parse(out)).toMatchObject({ stats: { rules: 5 }, exceeded: [] });
  });

  it('tells what CloudFront would refuse', () => {
    const fine = compiled(rulesIn(rules));
    const stats = { ...fine.stats, bytes: limits.storeBytes + 1, largestValueBytes: limits.valueBytes + 1 };
    const functionCode = `${fine.functionCode}\nconst [a] = [1];\n`;
    expect(exceededBy(fine)).toEqual([]);
    expect(exceededBy({ ...fine, stats, functionCode })).toEqual([
      'the store: 5242881 bytes, at most 5242880',
      'the largest value: 1025 bytes, at most 1024',
      expect.stringMatching(/^function\.js:\d+: .*destructuring/i),
    ]);
  });

  it('says that no folder can be made where the system takes none', async () => {
    const { code, err } = await redirects(['compile', '--output', '/proc/x/y', rules]);
    expect(err).toBe('cutover: /proc/x/y: cannot be made: no folder can be made there\n');
    expect(code).toBe(2);
  });

  it('says that a folder cannot be made where a file is', async () => {
    const { code, err } = await redirects(['compile', '--output', rules, rules]);
    expect(err).toMatch(/rules\.yml: cannot be made: it is a file; name a folder/);
    expect(code).toBe(2);
  });
});
