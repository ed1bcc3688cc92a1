import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const root = join(__dirname, '..');
const inFolder = (folder: string): string[] =>
  readdirSync(join(root, folder)).flatMap((name) => (name.endsWith('.md') ? [join(folder, name)] : []));
const documents = [...inFolder('.'), ...inFolder('docs'), join('examples', 'redirects', 'README.md')];
/** A path in `test` is one of the package that the sentence is about. */
const topFolders = readdirSync(root, { withFileTypes: true }).flatMap((entry) =>
  entry.isDirectory() && entry.name !== 'test' ? [entry.name] : [],
);

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
