import { fileWith, fixture, redirects } from './run';

const doubtful = fixture('doubtful.yml');

describe('cutover redirects check', () => {
  it('passes rules without a mistake, and tells how many a test reaches', async () => {
    const { code, out } = await redirects(['check', fixture('rules.yml')]);
    expect(out).toContain('0 errors, ');
    expect(out).toContain('declared tests reach 2 of 5 rules (40 %)');
    expect(code).toBe(0);
  });

  it('tells each finding with its place, an example and the way to silence it, and ends with 1', async () => {
    const { code, out } = await redirects(['check', doubtful]);
    expect(out).toMatch(/doubtful\.yml:4:9: error loop \(there\): /);
    expect(out).toMatch(/doubtful\.yml:7:9: error untested \(digits\): /);
    expect(out).toMatch(/\n {2}example: https:\/\/a\.example\.com\/x\n/);
    expect(out).toMatch(/\n {2}silence: .*Silence: \{untested: the reason\}\n/);
    expect(code).toBe(1);
  });

  it('says the same in JSON', async () => {
    const { code, out } = await redirects(['check', '--json', doubtful]);
    const report = JSON.parse(out);
    expect(report).toMatchObject({ passed: false, problems: [], coverage: { rules: 3, reached: 0 } });
    expect(report.findings).toContainEqual(
      expect.objectContaining({
        name: 'loop',
        severity: 'error',
        rule: 'there',
        at: expect.stringMatching(/doubtful\.yml:4:9$/),
        example: { host: 'a.example.com', uri: '/x' },
      }),
    );
    expect(report.coverage.missed[0]).toMatchObject({
      rule: 'there',
      request: { host: 'a.example.com', uri: '/x' },
    });
    expect(code).toBe(1);
  });

  it('accepts what is silenced with a reason', async () => {
    const rule = "{ Match: { Regex: '^/[0-9]+$' }, Status: 410, Silence: { untested: too plain } }";
    const { code } = await redirects(['check', fileWith(`Sites: [{ Hosts: [a.b], Rules: [${rule}] }]\n`)]);
    expect(code).toBe(0);
  });

  it('tells every mistake of a file that cannot be read as rules, and ends with 2', async () => {
    const file = fileWith('Sites:\n- Hots: [a.b]\n- Hosts: [b.c]\n  Rules: [{ Macth: /x }]\n');
    const { code, out, err } = await redirects(['check', file]);
    expect(out).toMatch(/rules\.yml:2:3: .*\n(.*\n)*.*rules\.yml:4:\d+: .*/);
    expect(err).toMatch(/^cutover: .*rules\.yml: cannot be read as rules: \d to mend\n$/);
    expect(code).toBe(2);
    const json = JSON.parse((await redirects(['check', '--json', file])).out);
    expect(json.problems[0]).toEqual({
      at: expect.stringMatching(/rules\.yml:2:3$/),
      what: expect.any(String),
      instead: expect.any(String),
    });
  });
});
