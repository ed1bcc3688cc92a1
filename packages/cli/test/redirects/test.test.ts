import { fileWith, fixture, redirects } from './run';

describe('cutover redirects test', () => {
  it('runs declared and generated tests, and tells them by rule', async () => {
    const { code, out } = await redirects(['test', '--engine', 'evaluate', fixture('rules.yml')]);
    expect(out).toMatch(/^docs +1 +\d+ +0$/m);
    expect(out).toMatch(/^gone +0 +\d+ +0$/m);
    expect(out).toMatch(/^evaluate: \d+ tests: \d+ MATCHED$/m);
    expect(out).toContain('Declared tests reach 2 of 5 rules (40 %).');
    expect(code).toBe(0);
  });

  it.each([
    [
      'MISMATCH',
      'Expect: https://docs.example.com/other',
      /expected https:\/\/docs\.example\.com\/other, got 301/,
    ],
    [
      'STATUS',
      'Expect: { Location: https://docs.example.com/a, Status: 302 }',
      /expected status 302, got 301/,
    ],
    ['MISMATCH', 'Expect: { Headers: { x-a: b } }', /expected x-a: b, got none/],
  ])('tells %s for %s, and ends with 1', async (verdict, expectation, says) => {
    const file = fileWith(
      `Sites:
- Hosts: [a.example.com]
  Rules:
  - { Id: docs, Match: /docs/*, To: 'https://docs.example.com/:splat', Tests: [{ Url: /docs/a, ${expectation} }] }
`,
    );
    const { code, out } = await redirects(['test', '--engine', 'evaluate', '--json', file]);
    const { failures, passed } = JSON.parse(out);
    expect(failures).toEqual([
      expect.objectContaining({
        rule: 'docs',
        origin: 'declared',
        verdict,
        says: expect.stringMatching(says),
      }),
    ]);
    expect({ code, passed }).toEqual({ code: 1, passed: false });
  });

  it('follows redirects within the set: a declared location may be that of a later hop', async () => {
    const file = fileWith(`
Sites:
- Hosts: [a.example.com]
  Rules:
  - { Id: first, Match: /x, To: 'https://b.example.com/y', Tests: [{ Url: /x, Expect: 'https://c.example.com/z' }] }
- Hosts: [b.example.com]
  Rules: [{ Match: /y, To: 'https://c.example.com/z' }]
`);
    const { code, out } = await redirects(['test', '--engine', 'evaluate', file]);
    expect(out).toMatch(/^first +1 +\d+ +0$/m);
    expect(code).toBe(0);
  });

  it('finds loops without a declared test', async () => {
    const { code, out } = await redirects(['test', '--engine', 'evaluate', fixture('doubtful.yml')]);
    expect(out).toMatch(
      /doubtful\.yml:4:9: LOOP \(there, generated; evaluate\): https:\/\/a\.example\.com\/x: /,
    );
    expect(code).toBe(1);
  });

  it('lists so many failures that a person reads them, and all with --verbose', async () => {
    const rule = (i: number) => `{ Match: /${i}, Status: 410, Tests: [{ Url: /${i}, Expect: 404 }] }`;
    const many = Array.from({ length: 50 }, (_, i) => rule(i)).join(', ');
    const file = fileWith(`Sites: [{ Hosts: [a.example.com], Rules: [${many}] }]\n`);
    const { out } = await redirects(['test', '--engine', 'evaluate', file]);
    expect(out.match(/: STATUS /g)).toHaveLength(40);
    expect(out).toContain('and 10 failures more: --verbose lists them');
    expect(out).toContain('11 rules more, 10 of them with a failure: --verbose lists them');
    const all = await redirects(['test', '--engine', 'evaluate', '--verbose', file]);
    expect(all.out.match(/: STATUS /g)).toHaveLength(50);
  });

  it.each<[string, readonly string[], RegExp]>([
    ['an engine that is none', ['--engine', 'perl'], /must be one of evaluate/],
    ['an address without a site', ['--connect-to', 'a.b:443'], /--connect-to is for --live/],
    ['a stage without its address', ['--live', 'stage'], /needs --connect-to HOST:PORT/],
    ['a site that is none', ['--live', 'ftp://x'], /write public, stage, local, or a URL/],
    ['an address without a port', ['--live', 'public', '--connect-to', 'a.b'], /write HOST:PORT/],
  ])('%s is one line and exit code 2', async (_, words, line) => {
    const { code, out, err } = await redirects(['test', ...words, fixture('rules.yml')]);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(line);
    expect(err.trimEnd().split('\n')).toHaveLength(1);
  });
});
