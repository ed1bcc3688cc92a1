import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../workbench';

/** An empty folder outside of this repository, in which nothing of it is found but what the kit brings. */
export function strangersFolder(): { readonly folder: string; install(): void; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'cutover-oktank-'));
  return {
    folder,
    install: () => installKit(folder),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** As `npm install` would, with the packages that are on this machine anyway, and no workspace. */
function installKit(folder: string): void {
  const modules = join(folder, 'node_modules');
  const kit = join(modules, '@cutover', 'handler-kit');
  mkdirSync(kit, { recursive: true });
  for (const name of readdirSync(join(root, 'node_modules')))
    if (name !== '@cutover' && !name.startsWith('awscommunity-'))
      symlinkSync(join(root, 'node_modules', name), join(modules, name));
  const [tarball] = readdirSync(join(folder, 'kit'));
  execFileSync('tar', ['-xzf', join(folder, 'kit', tarball!), '-C', kit, '--strip-components=1']);
}
