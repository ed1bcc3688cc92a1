import { execFileSync } from 'node:child_process';
import {
  appendFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { main } from '../../src/main';
import type { PackageEntry } from '../../src/package/manifest';
import { readManifest, readPackage } from '../../src/package/pack';
import { filesIn } from '../../src/package/zip';
import { checkoutOf, recordingIo, root } from '../workbench';

/** A package as CloudFormation unpacks it. */
export interface UnpackedPackage extends PackageEntry {
  readonly schema: object;
  /** The file that Lambda loads. */
  readonly bundle: string;
}

type Checkout = ReturnType<typeof checkoutOf>;

/**
 * The version before: of the newest release where there is one, or of the commit in UPGRADE_FROM. Until the first
 * release it is today's source but for one line, so that it is another package at least.
 */
export function checkoutBefore(type: string): Checkout {
  const commit = process.env.UPGRADE_FROM ?? newestRelease();
  if (commit) return checkoutAt(commit);
  const checkout = checkoutOf(type);
  appendFileSync(join(checkout.folder, type, 'src', 'handlers.ts'), '\nexport const isBefore = true;\n');
  return checkout;
}

const newestRelease = (): string | undefined =>
  git('tag', '--list', 'release-*', '--sort=-version:refname', '--merged').toString().split('\n')[0] ||
  undefined;

/** A commit of this repository with the npm packages of today, and its own workspaces. */
function checkoutAt(commit: string): Checkout {
  const folder = mkdtempSync(join(tmpdir(), 'cutover-before-'));
  for (const [path, bytes] of Object.entries(filesIn(git('archive', '--format=zip', commit)))) {
    if (path.endsWith('/')) continue;
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), bytes);
  }
  const modules = join(folder, 'node_modules');
  mkdirSync(join(modules, '@cutover'), { recursive: true });
  for (const name of readdirSync(join(root, 'node_modules')))
    if (name !== '@cutover') symlinkSync(join(root, 'node_modules', name), join(modules, name));
  for (const name of readdirSync(join(folder, 'packages')))
    symlinkSync(join(folder, 'packages', name), join(modules, '@cutover', name));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

const git = (...words: string[]): Buffer => execFileSync('git', words, { cwd: root, maxBuffer: 1 << 30 });

/** Packs a type in a checkout, and unpacks what was packed: what runs then is what would be registered. */
export async function packedAndUnpacked(checkout: Checkout, type: string): Promise<UnpackedPackage> {
  const io = recordingIo(checkout.folder);
  if ((await main(['package', type, '--out', 'out'], io)) !== 0) throw new Error(io.stderr);
  const out = join(checkout.folder, 'out');
  const entry = readManifest(out).packages[0]!;
  return { ...entry, ...unpacked(readPackage(out, entry), join(out, 'code')) };
}

/** What CloudFormation keeps of a package: its schema, and its code in a folder. */
export function unpacked(archive: Uint8Array, folder: string): Pick<UnpackedPackage, 'schema' | 'bundle'> {
  const files = filesIn(archive);
  for (const [path, bytes] of Object.entries(filesIn(files['ResourceProvider.zip']!))) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), bytes);
  }
  const schema = JSON.parse(Buffer.from(files['schema.json']!).toString()) as object;
  return { schema, bundle: join(folder, 'dist', 'handlers.js') };
}
