import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { seedParameter, type World } from '@cutover/local-aws';
import type { Io } from '../src/io';

export const root = join(__dirname, '..', '..', '..');

/** The types of this repository. */
export const typeFolders = readdirSync(root).filter(
  (name) => name.startsWith('awscommunity-') && existsSync(join(root, name, 'package.json')),
);

/** A checkout somewhere else: a copy of one type's folder beside links to what it is built with. */
export function checkoutOf(type: string): { readonly folder: string; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'cutover-release-'));
  for (const shared of ['node_modules', 'scripts', 'packages'])
    symlinkSync(join(root, shared), join(folder, shared));
  cpSync(join(root, type), join(folder, type), {
    recursive: true,
    filter: (path) => !/\/(build|rpdk\.log)$/.test(path),
  });
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** An Io that keeps what was written; sleeping takes no time but that of its clock. */
export function recordingIo(folder: string): Io & { stdout: string; stderr: string } {
  let now = Date.UTC(2026, 0, 1);
  const io = {
    stdout: '',
    stderr: '',
    folder,
    out: (text: string) => {
      io.stdout += text;
    },
    err: (text: string) => {
      io.stderr += text;
    },
    now: () => now,
    sleep: async (ms: number) => {
      now += ms;
    },
  };
  return io;
}

/** What scripts/deploy.sh writes in a region of an account, for test/setup.yml and test/integ.yml to ask for. */
export function seedFixtures(
  world: World,
  place: { readonly accountId: string; readonly region: string },
  fixtures: Readonly<Record<string, string>>,
): void {
  for (const [name, value] of Object.entries(fixtures))
    seedParameter(world, { ...place, name: `/release/fixtures/${name}`, value });
}
