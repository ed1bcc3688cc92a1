import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileWith, redirects } from './run';

const netlify = `# moved in spring
/old/*  https://www.example.com/new/:splat  302
/app/*  /index.html  200
`;

const importing = (format: string, text: string, ...words: string[]) => {
  const file = fileWith(text, 'theirs');
  const output = join(dirname(file), 'rules.yml');
  return { file, output, run: redirects(['import', '--format', format, '--output', output, ...words, file]) };
};

describe('cutover redirects import', () => {
  it('writes rules, reports what was refused with its line, and ends with 1', async () => {
    const { file, output, run } = importing('netlify', netlify, '--host', 'www.example.org');
    const { code, out } = await run;
    expect(out).toMatch(`Refused:\n  ${file}:3: `);
    expect(out).toMatch(/1 refused; the rules are in/);
    expect(code).toBe(1);
    const { out: answered } = await redirects(
      ['answer', output],
      ['{"host":"www.example.org","uri":"/old/x?y=1"}\n'],
    );
    expect(JSON.parse(answered)).toMatchObject({
      status: 302,
      location: 'https://www.example.com/new/x?y=1',
    });
  });

  it('reports as JSON, and ends with 0 where nothing was refused', async () => {
    const { output, run } = importing(
      'csv',
      'https://a.example.com/x,https://b.example.com/y,301\n',
      '--json',
    );
    const { code, out } = await run;
    expect(JSON.parse(out)).toMatchObject({ output, converted: [{ line: 1 }], refused: [] });
    expect(code).toBe(0);
    expect(readFileSync(output, 'utf8')).toContain('https://b.example.com/y');
  });

  it('tells the line of bytes that are no UTF-8', async () => {
    const file = fileWith(Buffer.from([0x61, 0x0a, 0xe9, 0x0a]), 'theirs.csv');
    const { code, err } = await redirects(['import', '--format', 'csv', '--output', `${file}.yml`, file]);
    expect(err).toBe(`cutover: ${file}:2: its bytes are no UTF-8; save the file as UTF-8\n`);
    expect(code).toBe(2);
  });

  it.each([
    ['an empty file', 'csv', '', /^0 converted/],
    ['a file of another format', 'nginx', 'refracts:\n- example.com/: a.org\n', /^Refused:\n/],
  ])('writes nothing for %s, and ends with 2', async (_, format, text, report) => {
    const { file, output, run } = importing(format, text);
    const { code, out, err } = await run;
    expect(out).toMatch(report);
    expect(out).toMatch(/refused; nothing was written\.\n$/);
    expect(err).toBe(
      `cutover: ${file}: there is no redirect in it that --format ${format} could convert; is it of another format?\n`,
    );
    expect(existsSync(output)).toBe(false);
    expect(code).toBe(2);
  });

  it('writes no file that could not be read again, and says how to divide the list', async () => {
    const own = Array.from({ length: 550 }, (_, n) => `a.test/p${n},https://b.test,301,,TRUE\n`);
    const below = Array.from({ length: 550 }, (_, n) => `h${n}.a.test/x,https://b.test\n`);
    const { output, run } = importing('csv', [...own, ...below].join(''));
    const { code, err } = await run;
    expect(err).toBe(
      `cutover: ${output}: 303,600 rules are too many for one rule file, as it would have more than 1,500,000 lines, keys and values, some 300,000 rules; divide the list by its hosts, and import each part into a file of its own\n`,
    );
    expect(existsSync(output)).toBe(false);
    expect(code).toBe(2);
  });

  it('does not write over what it imports', async () => {
    const file = fileWith(netlify, '_redirects');
    const { code, err } = await redirects(['import', '--format', 'netlify', '--output', file, file]);
    expect(err).toMatch(/_redirects: is the file to import; name another with --output/);
    expect(readFileSync(file, 'utf8')).toBe(netlify);
    expect(code).toBe(2);
  });
});
