import { notesOf, promotionProblems } from '../src/promote/rules';

const changelog =
  '# Changelog\n\n## 1.3.0\n\n- A name moves faster.\n\n## [1.2.0] (2026-01-01)\n\n- First.\n\n## 1.1.0\n';
const sound = { version: '1.3.0', released: ['1.1.0', '1.2.0'], changelog, changedFiles: [] };

describe('a commit is promoted', () => {
  test('with a number that grows, notes, and nothing left uncommitted', () => {
    expect(promotionProblems(sound)).toEqual([]);
  });

  test.each([
    ['a number of another form', { version: '1.3' }, 'has not the form'],
    ['a number that is taken', { version: '1.2.0' }, 'release-1.2.0 is there already'],
    ['a number below another', { released: ['1.10.0'] }, 'release-1.10.0 is there already'],
    ['no notes', { version: '1.4.0' }, 'no notes under a heading with 1.4.0'],
    ['notes of another number only', { version: '1.3.01', changelog }, 'has not the form'],
    ['a file that is not committed', { changedFiles: ['src/a.ts'] }, 'src/a.ts among them'],
  ])('but not with %s', (_what, change, words) => {
    expect(promotionProblems({ ...sound, ...change }).join()).toContain(words);
  });
});

describe('the notes of a release', () => {
  test.each([
    ['end where the next one begins', '1.3.0', '- A name moves faster.'],
    ['are found under a heading with brackets and a date', '1.2.0', '- First.'],
    ['are none where there is only a heading', '1.1.0', undefined],
    ['are none of a number that only looks alike', '1.3', undefined],
  ])('%s', (_sentence, version, notes) => {
    expect(notesOf(changelog, version)).toBe(notes);
  });
});
