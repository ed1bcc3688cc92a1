import { readFileSync } from 'node:fs';
import { fileWith, fixture, redirects } from './run';

const old = fixture('rules.yml');
const edited = (from: string, to: string): string => {
  const text = readFileSync(old, 'utf8');
  if (!text.includes(from)) throw new Error(`there is no ${from} to edit`);
  return fileWith(text.replace(from, to));
};

describe('cutover redirects diff', () => {
  it('shows the requests whose answer changes, with both answers, and ends with 1', async () => {
    const { code, out } = await redirects(['diff', old, edited('Match: /gone', 'Match: /went')]);
    expect(out).toMatch(/^gone -> everything: /m);
    expect(out).toMatch(
      /\n {2}https:\/\/old\.example\.com\/gone\n {4}- 410\n(.*\n)*? {4}\+ 302 https:\/\/www\.example\.com\/gone\n/,
    );
    expect(out).toMatch(/\d+ of \d+ requests are answered otherwise\n$/);
    expect(code).toBe(1);
  });

  it('says the same in JSON', async () => {
    const { out } = await redirects(['diff', '--json', old, edited('Status: 302', 'Status: 307')]);
    const { changed, groups } = JSON.parse(out);
    expect(changed).toBeGreaterThan(0);
    expect(groups[0]).toMatchObject({
      was: 'everything',
      is: 'everything',
      changes: expect.arrayContaining([
        expect.objectContaining({
          was: expect.objectContaining({ status: 302 }),
          is: expect.objectContaining({ status: 307 }),
        }),
      ]),
    });
  });

  it('is silent about text that means the same', async () => {
    const { code, out } = await redirects(['diff', old, edited('Owner: docs team', 'Owner: web team')]);
    expect(out).toMatch(/^0 of \d+ requests are answered otherwise\n$/);
    expect(code).toBe(0);
  });
});
