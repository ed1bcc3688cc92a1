import { fileWith, fixture, redirects } from './run';

const rules = fixture('rules.yml');
const asked = (host: string, uri: string, headers?: object): string =>
  `${JSON.stringify({ host, uri, headers })}\n`;
const parsed = (out: string) =>
  out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));

describe('cutover redirects answer', () => {
  it('answers a line for each line, in order', async () => {
    const { code, out } = await redirects(
      ['answer', rules],
      [
        asked('old.example.com', '/docs/a/b?x=1'),
        asked('A.OLD.example.com:443', '/gone'),
        asked('nobody.example.net', '/'),
      ],
    );
    const hsts = { 'strict-transport-security': 'max-age=3600; includeSubDomains' };
    expect(parsed(out)).toEqual([
      { status: 301, location: 'https://docs.example.com/a/b?x=1', headers: hsts, rule: 'docs' },
      { status: 410, location: '', headers: expect.objectContaining(hsts), rule: 'gone' },
      { status: 404, location: '', headers: {}, rule: 'no site' },
    ]);
    expect(code).toBe(0);
  });

  it('takes lines that come in pieces, and a last one without its end', async () => {
    const line = asked('old.example.com', '/gone');
    const { out } = await redirects(
      ['answer', rules],
      [line.slice(0, 9), line.slice(9), `${line.slice(0, 20)}`, line.slice(20).trimEnd()],
    );
    expect(parsed(out).map(({ rule }) => rule)).toEqual(['gone', 'gone']);
  });

  it('answers as of the time that --at says', async () => {
    const line = asked('example.org', '/sale');
    const ruleAt = async (time: string) =>
      parsed((await redirects(['answer', '--at', time, rules], [line])).out)[0].rule;
    expect(await ruleAt('2026-12-31T23:59:59Z')).toBe('unmatched');
    expect(await ruleAt('2027-01-01T00:00:00Z')).toBe('begins-later');
  });

  it.each<[string, string | Uint8Array, RegExp]>([
    ['no JSON', 'x', /no JSON; write \{/],
    ['a list', '[]', /no JSON object/],
    ['no host', '{"uri":"/"}', /host is no name/],
    ['a URL for a path', '{"host":"a.b","uri":"https://a.b/"}', /uri does not begin with a slash/],
    ['a space in the path', '{"host":"a.b","uri":"/a b"}', /write it as it is sent/],
    ['headers that are texts', '{"host":"a.b","uri":"/","headers":"x"}', /headers is no object/],
    ['a header that is a number', '{"host":"a.b","uri":"/","headers":{"x":1}}', /the header x is no text/],
    ['bytes that are no UTF-8', Buffer.from([0x7b, 0xff, 0x7d]), /no UTF-8/],
    ['a line without an end', 'x'.repeat(1_100_000), /longer than 1048576 bytes/],
  ])('answers the others beside %s, tells its number and ends with 2', async (_, bad, reason) => {
    const good = asked('old.example.com', '/gone');
    const { code, out, err } = await redirects(['answer', rules], [good, bad, '\n', good]);
    expect(parsed(out)).toEqual([
      expect.objectContaining({ rule: 'gone' }),
      { error: expect.stringMatching(reason), line: 2 },
      expect.objectContaining({ rule: 'gone' }),
    ]);
    expect(err).toMatch(/^cutover: standard input: line 2: /);
    expect(err.trimEnd().split('\n')).toHaveLength(1);
    expect(code).toBe(2);
  });
});

describe('a rule file', () => {
  it.each<[string, string | Uint8Array, RegExp]>([
    ['with a key that is none', 'Sites:\n- Host: [a.b]\n', /rules\.yml:2:3: .*Hosts/],
    ['that is no UTF-8', Buffer.from([0x61, 0x3a, 0xff]), /rules\.yml:1:3: .*UTF-8/],
    ['with a bomb of aliases', 'a: &a [x, x]\nb: [*a, *a]\n', /rules\.yml:1:\d+: /],
    ['of one line of 10 MB', 'x'.repeat(10_000_000), /rules\.yml:1:\d+: /],
    ['that is empty', '', /rules\.yml:1:1: /],
  ])('%s: one line, exit code 2, within a second', async (_, text, line) => {
    const file = fileWith(text);
    // Of this process alone: others may keep the machine busy.
    const begun = process.cpuUsage();
    const { code, out, err } = await redirects(['domains', file]);
    expect(process.cpuUsage(begun).user / 1000).toBeLessThan(1000);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(line);
    expect(err.trimEnd().split('\n')).toHaveLength(1);
    expect(err.length).toBeLessThan(500 + file.length);
  });

  it.each([
    ['that is not there', '/nowhere/rules.yml', /there is no such file/],
    ['that is a folder', __dirname, /it is a folder/],
    ['that never ends', '/dev/zero', /larger than 64 MB/],
  ])('%s: one line, exit code 2', async (_, file, line) => {
    const { code, err } = await redirects(['show', file]);
    expect(err).toMatch(line);
    expect(err.trimEnd().split('\n')).toHaveLength(1);
    expect(code).toBe(2);
  });
});
