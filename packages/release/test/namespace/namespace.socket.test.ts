import { execFile } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { main } from '../../src/main';
import { sha256 } from '../../src/package/manifest';
import { readManifest } from '../../src/package/pack';
import { filesBelow } from '../../src/package/read-files';
import { filesIn } from '../../src/package/zip';
import { findProjects } from '../../src/project/type-project';
import { rolesText } from '../../src/roles/write';
import { alphaOnTheWire } from '../deliver/alpha-on-the-wire';
import { defaultsIn } from '../deliver/release';
import { recordingIo, root } from '../workbench';
import { strangersFolder } from './own-checkout';

let repository: ReturnType<typeof strangersFolder>;

async function release(...words: string[]) {
  const io = recordingIo(repository.folder);
  return { code: await main(words, io), stdout: io.stdout, stderr: io.stderr };
}

const textOf = (path: string): string => readFileSync(join(repository.folder, path), 'utf8');

const type = 'oktank-example-note';

/** What Lambda would get of a package. */
const codeIn = (archive: Uint8Array) => filesIn(filesIn(archive)['ResourceProvider.zip']!);

const digests = (files: Readonly<Record<string, Uint8Array>>) =>
  Object.fromEntries(Object.entries(files).map(([path, bytes]) => [path, sha256(bytes)]));

/** `cutover contract` as a person runs it. */
const contract = (type: string): Promise<string> =>
  new Promise((resolve) => {
    const words = [join(root, 'packages', 'cli', 'bin', 'cutover.js'), 'contract', type];
    // The suite has a local AWS of its own.
    const { AWS_ENDPOINT_URL: _alpha, ...env } = process.env;
    execFile(process.execPath, words, { cwd: repository.folder, env }, (_error, stdout, stderr) =>
      resolve(stdout + stderr),
    );
  });

beforeAll(async () => {
  repository = strangersFolder();
  expect(await release('namespace', 'Oktank', 'owner/repo', '--out', '.')).toMatchObject({
    code: 0,
    stderr: '',
  });
  repository.install();
}, 60_000);
afterAll(() => repository.remove());

describe('the repository of another namespace', () => {
  test('has a type that goes through alpha at once: TestType runs AWS’s own contract suite on its bytes', async () => {
    const suites: string[] = [];
    const built = join(repository.folder, type, 'build', 'TypeFunction');
    const alpha = await alphaOnTheWire('Oktank', async (_test, archive) => {
      expect(digests(codeIn(archive))).toEqual(digests(filesBelow(built)));
      const said = await contract(type);
      suites.push(said);
      return { isPassed: said.includes('Oktank::Example::Note: PASSED'), description: said };
    });
    try {
      const { exitCode, stdout, stderr } = await alpha.deliver(repository.folder);
      expect([exitCode, stdout, stderr]).toEqual([
        0,
        expect.stringContaining('Oktank::Example::Note: delivered.'),
        expect.stringContaining('note that it passed'),
      ]);
      expect(suites).toEqual([
        expect.stringMatching(/Oktank::Example::Note: PASSED\n {2}set 1 +PASSED +11 passed +0 failed/),
      ]);
      const { packages } = readManifest(join(repository.folder, '.cutover', 'release'));
      expect(packages).toMatchObject([{ typeName: 'Oktank::Example::Note', version: '0.1.0' }]);
      expect(Object.values(defaultsIn(alpha.aws.world))).toEqual([packages[0]!.sha256]);
      expect(await alpha.deliver(repository.folder)).toMatchObject({
        exitCode: 0,
        stdout: expect.stringContaining('unchanged.'),
      });
      expect(suites).toHaveLength(1);
    } finally {
      await alpha.stop();
    }
  }, 300_000);

  test('says nothing of the type that it was copied from', () => {
    const files = Object.entries(filesBelow(repository.folder)).filter(
      ([path]) => !/^(node_modules|kit)\//.test(path),
    );
    expect(files.length).toBeGreaterThan(15);
    expect(files.filter(([path, bytes]) => /acme/i.test(path + Buffer.from(bytes).toString()))).toEqual([]);
  });

  test('has a schema in which `release check` finds nothing', async () => {
    expect(await release('check', '--only', 'schema,version,exports')).toMatchObject({ code: 0 });
  });

  test('has the parameters of its three pipelines, and publishes nothing until somebody says so', () => {
    const parameters = (stage: string) => JSON.parse(textOf(`release/parameters/${stage}.json`)).Parameters;
    expect(parameters('alpha')).toMatchObject({
      Env: 'alpha',
      Namespace: 'Oktank',
      Repository: 'owner/repo',
    });
    expect(parameters('beta')).toMatchObject({ Env: 'beta', Namespace: 'Oktank' });
    expect(parameters('prod')).toMatchObject({ Env: 'prod', Publish: 'off' });
  });

  test('takes a second type without an edit of anything that is there', async () => {
    writeFileSync(join(repository.folder, 'release', 'buildspec.yml'), 'mine');
    const before = filesBelow(join(repository.folder, 'release'));
    const added = await release('namespace', 'Oktank', 'owner/repo', '--out', '.', '--type', 'Web::Cache');
    expect(
      added.stdout.split('\n').filter((line) => line.startsWith('oktank-web-cache/')).length,
    ).toBeGreaterThan(8);
    const { 'roles.json': _old, ...kept } = before;
    const { 'roles.json': _new, ...now } = filesBelow(join(repository.folder, 'release'));
    expect(now).toEqual(kept);
    expect(await release('package')).toMatchObject({ code: 0 });
    const { packages } = readManifest(join(repository.folder, '.cutover', 'release'));
    expect(packages.map(({ typeName }) => typeName)).toEqual(['Oktank::Example::Note', 'Oktank::Web::Cache']);
  }, 60_000);
});

test.each([
  ['AWS', 'owner/repo', 'Example::Note', 'the registry keeps the namespace AWS'],
  ['Oktank', 'owner', 'Example::Note', 'is no repository of GitHub'],
  ['Oktank', 'owner/repo', 'Note', 'is no name of a type'],
  ['Ok-tank', 'owner/repo', 'Example::Note', 'is no name of a type'],
])('%s, %s, %s: %s', async (namespace, github, type, words) => {
  const { code, stderr } = await release('namespace', namespace, github, '--type', type);
  expect([code, stderr]).toEqual([2, expect.stringContaining(words)]);
});

test('roles are written again by a command of their own', async () => {
  const file = join('release', 'roles.json');
  const before = textOf(file);
  writeFileSync(join(repository.folder, file), 'stale');
  expect(await release('roles')).toMatchObject({ code: 0, stdout: `${file} is written\n` });
  expect(textOf(file)).toBe(before);
});

test('the roles of this repository are those of its schemas and fixtures', () => {
  expect(readFileSync(join(root, 'release', 'roles.json'), 'utf8')).toBe(rolesText(root, findProjects(root)));
});
