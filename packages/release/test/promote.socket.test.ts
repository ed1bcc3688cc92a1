import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { main } from '../src/main';
import { filesIn } from '../src/package/zip';
import { promotionOf, releaseArchive } from '../src/promote/promote';
import { checkoutOf, recordingIo, typeFolders } from './workbench';

const type = typeFolders[0]!;
let checkout: ReturnType<typeof checkoutOf>;
const git = (...words: string[]): string =>
  execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.com', ...words], {
    cwd: checkout.folder,
    encoding: 'utf8',
  });

beforeAll(() => {
  checkout = checkoutOf(type);
  const write = (name: string, text: string) => writeFileSync(join(checkout.folder, name), text);
  write('.gitignore', 'node_modules\nscripts\npackages\nbuild\n.cutover\n');
  write('CHANGELOG.md', '# Changelog\n\n## 1.3.0\n\n- A name moves faster.\n');
  git('init', '--quiet');
  git('add', '.');
  git('commit', '--quiet', '--message', 'one');
  git('tag', 'release-1.2.0');
});
afterAll(() => checkout.remove());

const promote = async (release: string) => {
  const io = recordingIo(checkout.folder);
  const exitCode = await main(['promote', release, '--inbox', 'nobody', '--dry-run'], io);
  return [exitCode, io.stderr] as const;
};

test('a release is the commit with the packages that were made from it', async () => {
  expect(await promote('release-1.3.0')).toEqual([0, '']);
  const files = Object.keys(filesIn(releaseArchive(checkout.folder, '.cutover/release')));
  expect(files).toEqual(expect.arrayContaining([`${type}/.rpdk-config`, 'release/packages/release.json']));
  expect(files.filter((path) => path.startsWith('release/packages/') && path.endsWith('.zip'))).toHaveLength(
    1,
  );
  expect(files.filter((path) => path.includes('node_modules'))).toEqual([]);
}, 60_000);

test.each([
  ['release-1.2.0', 'is there already'],
  ['release-1.4.0', 'has no notes'],
])('%s is refused: it %s', async (release, words) => {
  const [exitCode, stderr] = await promote(release);
  expect([exitCode, stderr]).toEqual([1, expect.stringContaining(words)]);
});

test('what is not committed is no release', () => {
  writeFileSync(join(checkout.folder, 'forgotten.ts'), '');
  expect(promotionOf(checkout.folder, '1.3.0').changedFiles).toEqual(['forgotten.ts']);
});
