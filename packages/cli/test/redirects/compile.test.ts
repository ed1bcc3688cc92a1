import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { limits } from '@cutover/edge-functions';
import { compiled, exceededBy } from '../../src/redirects/compiled';
import { rulesIn } from '../../src/redirects/rules-file';
import { fileWith, fixture, redirects } from './run';

const rules = fixture('rules.yml');
const folder = (): string => join(mkdtempSync(join(tmpdir(), 'compiled-')), 'build', 'edge');

/** Of 5.4 MB at three hosts, as each target has 350 letters of its own. */
const largeRules = (hosts: readonly number[] = [0, 1, 2]) =>
  `Sites:\n${hosts
    .map((host) => {
      const rules = Array.from({ length: 5_000 }, (_, n) => {
        const target = `https://b.org/${`${host}-${n}-`.padEnd(350, 'x')}`;
        return `  - {Match: /p${n}, To: ${target}}\n`;
      });
      return `- Hosts: [h${host}.example.com]\n  Rules:\n${rules.join('')}`;
    })
    .join('')}`;

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

  it('divides by hosts what one store does not hold, a folder for each store', async () => {
    const output = folder();
    const { code, out } = await redirects(['compile', '--output', output, fileWith(largeRules())]);
    const read = (store: string, name: string): string => readFileSync(join(output, store, name), 'utf8');
    expect(readdirSync(output)).toEqual(['store-1', 'store-2']);
    expect(read('store-1', 'hosts.txt')).toBe('h0.example.com\nh1.example.com\n');
    expect(read('store-2', 'hosts.txt')).toBe('h2.example.com\n');
    expect(read('store-2', 'items.json')).toContain('"h:h2.example.com"');
    expect(read('store-1', 'items.json')).not.toContain('h:h2.example.com');
    for (const store of ['store-1', 'store-2'])
      expect(JSON.parse(read(store, 'stats.json')).bytes).toBeLessThan(0.8 * limits.storeBytes);
    expect(out).toMatch(
      /^\/.*store-1:\nfunction\.js .*\nitems\.json .*\n10000 rules for 2 hosts: .*\n\/.*store-2:\n/,
    );
    expect(out).toContain('15,000 rules take 2 stores: each folder is for a distribution of its own');
    expect(code).toBe(0);
  });

  it('leaves each host in the store where the folder has it', async () => {
    const output = folder();
    await redirects(['compile', '--output', output, fileWith(largeRules())]);
    await redirects(['compile', '--output', output, fileWith(largeRules([1, 2]))]);
    expect(readFileSync(join(output, 'store-1', 'hosts.txt'), 'utf8')).toBe('h1.example.com\n');
    expect(readFileSync(join(output, 'store-2', 'hosts.txt'), 'utf8')).toBe('h2.example.com\n');
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
