import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const root = join(__dirname, '..');
const inFolder = (folder: string): string[] =>
  readdirSync(join(root, folder)).flatMap((name) => (name.endsWith('.md') ? [join(folder, name)] : []));
const foldersIn = (folder: string): string[] =>
  readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? [join(folder, entry.name)] : [],
  );
const documents = [
  ...['.', 'docs', 'decisions', 'bench'],
  ...foldersIn('.').filter((folder) => folder.startsWith('awscommunity-')),
  ...foldersIn('examples'),
].flatMap(inFolder);
/** A path in `test` is one of the package that the sentence is about. */
const topFolders = foldersIn('.').filter((folder) => folder !== 'test');

/** `packages/x/src/y.ts` in code, and what links lead to; patterns and addresses are left out. */
function pathsIn(document: string): string[] {
  const text = readFileSync(join(root, document), 'utf8');
  const links = Array.from(text.matchAll(/\]\(([^)#]+)[^)]*\)/g), ([, link = '']) => link);
  const code = Array.from(text.matchAll(/`([\w-]+\/[^`\s]*)`/g), ([, path = '']) => path);
  return [
    ...links.filter((link) => !/^[a-z]+:/.test(link)).map((link) => join(dirname(document), link)),
    ...code.filter((path) => topFolders.includes(path.split('/')[0]!) && !/[<*…]/.test(path)),
  ];
}

test.each(documents)('every file and folder that %s names is there', (document) => {
  expect(pathsIn(document).filter((path) => !existsSync(join(root, path)))).toEqual([]);
});

test('the documents name files at all', () => {
  expect(pathsIn('ARCHITECTURE.md').length).toBeGreaterThan(50);
});

/** What a row of the tables names: paths from the root, and others that are said from a folder of these. */
const rows = Array.from(
  readFileSync(join(root, 'ARCHITECTURE.md'), 'utf8').matchAll(/^\| (.+) \| (.+) \|$/gm),
  ([, what = '', where = '']) =>
    [what, Array.from(where.matchAll(/`([\w./-]+)`/g), ([, path = '']) => path)] as const,
).filter(([, [first = '']]) => topFolders.includes(first.split('/')[0]!));

const isBelow = (folder: string, path: string): boolean =>
  existsSync(join(root, folder, path)) || (folder !== '.' && isBelow(dirname(folder), path));

test.each(rows)('ARCHITECTURE.md finds what it names for "%s"', (_what, paths) => {
  const whole = paths.filter((path) => existsSync(join(root, path)));
  expect(paths.filter((path) => !whole.some((one) => isBelow(one, path)))).toEqual([]);
});

test('nearly every row of ARCHITECTURE.md is looked at', () => {
  expect(rows.length).toBeGreaterThan(100);
});
