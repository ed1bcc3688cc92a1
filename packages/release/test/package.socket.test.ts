import { execFileSync } from 'node:child_process';
import { appendFileSync, readFileSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { main } from '../src/main';
import type { PackageEntry } from '../src/package/manifest';
import { readManifest, readPackage } from '../src/package/pack';
import { type Files, filesIn } from '../src/package/zip';
import { checkoutOf, recordingIo, root, typeFolders } from './workbench';

/** `cfn` is asked with a PATH on which there is neither sam nor docker. */
const withoutSam = { ...process.env, PATH: '/usr/bin:/bin:'.concat(process.execPath.replace(/\/node$/, '')) };

/** What the scaffold's default build makes of an empty type, with SDK v2. */
const defaultBuildBytes = 109_822_918;
const aim = 0.02;
/** Above the aim: it has the language of rules in it, and recheck, which tells how long a regex of a rule may take. */
const shareOf: Readonly<Record<string, number>> = { 'awscommunity-redirect-site': 0.04 };

async function packed(folder: string, type: string): Promise<PackageEntry> {
  const io = recordingIo(folder);
  expect([await main(['package', type, '--out', 'out'], io), io.stderr]).toEqual([0, '']);
  return readManifest(join(folder, 'out')).packages[0]!;
}

describe.each(typeFolders)('the package of %s', (type) => {
  let checkout: ReturnType<typeof checkoutOf>;
  let entry: PackageEntry;
  let files: Files;

  beforeAll(async () => {
    checkout = checkoutOf(type);
    entry = await packed(checkout.folder, type);
    files = filesIn(readPackage(join(checkout.folder, 'out'), entry));
  }, 120_000);
  afterAll(() => checkout?.remove());

  test('is the same, byte by byte, in another checkout at another time', async () => {
    const other = checkoutOf(type);
    utimesSync(join(other.folder, type, 'src', 'handlers.ts'), 1, 1);
    expect((await packed(other.folder, type)).sha256).toBe(entry.sha256);
    other.remove();
  }, 60_000);

  test('holds what cloudformation-cli packs in a dry run, without SAM and without Docker', () => {
    const folder = join(checkout.folder, type);
    execFileSync(join(root, '.venv', 'bin', 'cfn'), ['submit', '--dry-run'], {
      cwd: folder,
      env: withoutSam,
    });
    const theirs = filesIn(readFileSync(join(folder, `${type}.zip`)));
    expect(contents(files)).toEqual(contents(theirs));
  }, 120_000);

  test('is one file of code, and small', () => {
    const code = filesIn(files['ResourceProvider.zip']!);
    expect(Object.keys(code)).toEqual(['dist/handlers.js']);
    expect(entry.bytes / defaultBuildBytes).toBeLessThan(shareOf[type] ?? aim);
  });

  test('has settings that CloudFormation takes', () => {
    const config = JSON.parse(Buffer.from(files['.rpdk-config']!).toString());
    // Without it the type is registered for the first version of the protocol, and every call fails.
    expect(config.settings.protocolVersion).toBe('2.0.0');
    expect(config).not.toHaveProperty('canarySettings');
    expect(files['.rpdk-config']!.length).toBeLessThan(10 * 1024);
    expect(files['schema.json']!.length).toBeLessThan(60 * 1024);
  });

  test('is refused once it was changed', () => {
    appendFileSync(join(checkout.folder, 'out', entry.file), '\n');
    expect(() => readPackage(join(checkout.folder, 'out'), entry)).toThrow('was changed after it was packed');
  });
});

/** The archive in the archive by its files: times of its own are in the bytes of theirs. */
const contents = (files: Files): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(files).map(([path, bytes]) => [
      path,
      path.endsWith('.zip') ? contents(filesIn(bytes)) : Buffer.from(bytes).toString(),
    ]),
  );
