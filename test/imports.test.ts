import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import ts from 'typescript';

const root = join(__dirname, '..');

/** Faces stand on everything that is no face; local AWS and the probe share no line with what they judge. */
const kernel = ['@cutover/ground', '@cutover/handler-kit', '@cutover/alias-migration'];
/** What the type of redirect sites stands on, beside the kernel. */
const site = ['@cutover/redirect-rules', '@cutover/redirect-site'];
const typeFolder = [
  ...kernel,
  ...site,
  '@cutover/aws-adapter',
  '@cutover/edge-functions',
  '@cutover/registry-face',
];
const arrows: Record<string, readonly string[]> = {
  'packages/ground': [],
  'packages/handler-kit': ['@cutover/ground'],
  'packages/alias-migration': ['@cutover/ground', '@cutover/handler-kit'],
  // A host that another distribution serves comes here by a migration of aliases.
  'packages/redirect-site': [...kernel, '@cutover/redirect-rules'],
  'packages/aws-adapter': [...kernel, '@cutover/redirect-site'],
  // What the handlers of every type share; what a type means stays in its own domain.
  'packages/registry-face': ['@cutover/handler-kit'],
  // The runner of functions stands in for AWS's engine; what compiles redirect rules into one is judged by it.
  'packages/local-aws': ['@cutover/ground', '@cutover/edge-functions'],
  'packages/traffic-probe': ['@cutover/ground'],
  'packages/distribution-copy': [],
  'packages/edge-functions': [],
  'packages/redirect-rules': [],
  'packages/report': ['@cutover/ground'],
  // What the commands share: errors for people, exit codes.
  'packages/command-face': ['@cutover/handler-kit'],
  'packages/release': [
    '@cutover/aws-adapter',
    '@cutover/command-face',
    '@cutover/handler-kit',
    '@cutover/report',
  ],
  'packages/explorer': [...kernel, '@cutover/aws-adapter', '@cutover/local-aws'],
  'packages/cli': [
    ...kernel,
    ...site,
    '@cutover/aws-adapter',
    '@cutover/command-face',
    '@cutover/distribution-copy',
    '@cutover/edge-functions',
    '@cutover/local-aws',
    '@cutover/traffic-probe',
    '@cutover/report',
    '@cutover/explorer',
  ],
};

/** Only these use the AWS SDK; whoever reads the local AWS's world may name the types that its documents have. */
const knowTheSdk = ['packages/aws-adapter', 'packages/local-aws'];
/** Pure: of Node they may use what neither waits nor reaches out. */
const pure = [
  'packages/ground',
  'packages/handler-kit',
  'packages/alias-migration',
  'packages/redirect-rules',
  'packages/redirect-site',
  'packages/report',
];
/** Runs at CloudFront's edges, where `cloudfront` and `crypto` are the engine's own modules. */
const atTheEdge = ['packages/redirect-rules/src/layout/function/handler.js'];
const pureNodeModules = ['node:crypto', 'node:util', 'node:zlib'];

interface Import {
  /** Below the root. */
  readonly file: string;
  readonly folder: string;
  readonly name: string;
  /** `import type`: nothing of it is left at run time. */
  readonly isTypeOnly: boolean;
}

const folders = [
  ...readdirSync(join(root, 'packages')).map((name) => `packages/${name}`),
  ...readdirSync(root).filter((name) => name.startsWith('awscommunity-')),
].filter((folder) => existsSync(join(root, folder, 'package.json')));

const imports: Import[] = folders.flatMap((folder) =>
  sourcesBelow(join(root, folder, 'src')).flatMap(importsOf(folder)),
);

function sourcesBelow(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.(ts|cjs|mjs|js)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
}

function importsOf(folder: string): (path: string) => Import[] {
  return (path) => {
    const text = readFileSync(path, 'utf8');
    const types = new Set(
      Array.from(text.matchAll(/^import type [^;]* from '([^']+)'/gm), ([, name]) => name),
    );
    const file = relative(root, path);
    if (atTheEdge.includes(file)) return [];
    return ts
      .preProcessFile(text, true, true)
      .importedFiles.map(({ fileName: name }) => ({ file, folder, name, isTypeOnly: types.has(name) }));
  };
}

/** `@cutover/ground` of `@cutover/ground/src/time`. */
const packageOf = (name: string): string =>
  name
    .split('/')
    .slice(0, name.startsWith('@') ? 2 : 1)
    .join('/');
const sentences = (found: readonly Import[], why: string): string[] =>
  found.map(({ file, name }) => `${file} imports ${name}: ${why}`);

describe('imports', () => {
  test('are read from every package', () => {
    expect(Object.keys(arrows).filter((folder) => !folders.includes(folder))).toEqual([]);
    expect(imports.length).toBeGreaterThan(50);
  });

  test.each(folders)('of %s follow the arrows', (folder) => {
    const allowed = folder.startsWith('awscommunity-') ? typeFolder : arrows[folder];
    if (allowed === undefined) throw new Error(`${folder} has no row in the table of arrows`);
    const wrong = imports.filter(
      ({ folder: from, name }) =>
        from === folder && name.startsWith('@cutover/') && !allowed.includes(packageOf(name)),
    );
    expect(sentences(wrong, `${folder} may import ${allowed.join(', ') || 'no other package'}`)).toEqual([]);
  });

  test('name another package by its name and nothing below it', () => {
    const deep = imports.filter(({ name }) => name.startsWith('@cutover/') && name !== packageOf(name));
    expect(sentences(deep, 'only the package itself may be imported')).toEqual([]);
  });

  test('that are relative stay within their package', () => {
    const leaving = imports.filter(
      ({ file, folder, name }) =>
        name.startsWith('.') && relative(folder, join(dirname(file), name)).startsWith('..'),
    );
    expect(sentences(leaving, 'a relative import may not cross a package')).toEqual([]);
  });

  test('of the AWS SDK are in the adapter and the local AWS alone', () => {
    const wrong = imports.filter(
      ({ folder, name, isTypeOnly }) =>
        /^(@aws-sdk|@smithy|aws-sdk)(\/|$)/.test(name) && !isTypeOnly && !knowTheSdk.includes(folder),
    );
    expect(sentences(wrong, 'go through @cutover/aws-adapter')).toEqual([]);
  });

  test('of the pure packages reach for no clock, file or socket', () => {
    const wrong = imports.filter(
      ({ folder, name }) =>
        pure.includes(folder) && name.startsWith('node:') && !pureNodeModules.includes(name),
    );
    expect(sentences(wrong, `${pure.join(', ')} are pure`)).toEqual([]);
  });

  test.each(folders)('of %s from npm are dependencies of its own', (folder) => {
    const { dependencies = {} } = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'));
    const undeclared = imports.filter(
      ({ folder: from, name, isTypeOnly }) =>
        from === folder &&
        !isTypeOnly &&
        !/^(\.|node:)/.test(name) &&
        dependencies[packageOf(name)] === undefined,
    );
    expect(sentences(undeclared, `add it to ${folder}/package.json`)).toEqual([]);
  });
});

describe('package-lock.json', () => {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));

  test('has one class-transformer, 0.5.1: with two, models come back empty', () => {
    const copies = Object.entries<{ version: string }>(packages)
      .filter(([path]) => path.endsWith('node_modules/class-transformer'))
      .map(([, { version }]) => version);
    expect(copies).toEqual(['0.5.1']);
  });

  test.each(folders)('knows the dependencies of %s: npm ci refuses to guess', (folder) => {
    const { dependencies = {} } = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'));
    expect(packages[folder]?.dependencies ?? {}).toEqual(dependencies);
  });

  test('has every optional platform package: npm ci refuses a lock file without them', () => {
    const wanted = Object.values<{ optionalDependencies?: object }>(packages).flatMap((entry) =>
      Object.keys(entry.optionalDependencies ?? {}),
    );
    expect(wanted.filter((name) => packages[`node_modules/${name}`] === undefined)).toEqual([]);
  });
});
