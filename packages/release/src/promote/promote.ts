import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { manifestName } from '../package/manifest';
import { filesBelow } from '../package/read-files';
import { type Files, filesIn, zipOf } from '../package/zip';
import { UserError } from '../user-error';
import type { Promotion } from './rules';

/** Where the pipeline of the next stage looks. */
export const releaseKey = 'release/release.zip';

/** What the rules want to know of a repository. */
export function promotionOf(root: string, version: string): Promotion {
  const changelog = join(root, 'CHANGELOG.md');
  return {
    version,
    released: lines(git(root, 'tag', '--list', 'release-*')).map((tag) => tag.replace('release-', '')),
    changelog: existsSync(changelog) ? readFileSync(changelog, 'utf8') : '',
    changedFiles: lines(git(root, 'status', '--porcelain')).map((line) => line.slice(3)),
  };
}

/**
 * The release as the next stage gets it: the commit, and beside it the packages that were made from it. Those very
 * bytes go on to the registry: nothing is built again on the way.
 */
export function releaseArchive(root: string, packagesFolder: string): Uint8Array {
  const packages: Files = filesBelow(join(root, packagesFolder), 'release/packages/');
  if (!(`release/packages/${manifestName}` in packages))
    throw new UserError(`there are no packages in ${packagesFolder}; run \`npx release package\` first`);
  const commit = git(root, 'archive', '--format=zip', 'HEAD');
  return zipOf({ ...filesIn(commit), ...packages });
}

export const tagRelease = (root: string, version: string, notes: string): void => {
  git(root, 'tag', '--annotate', `release-${version}`, '--message', notes);
};

const lines = (bytes: Buffer): string[] => bytes.toString().split('\n').filter(Boolean);

function git(root: string, ...words: string[]): Buffer {
  const { status, stdout, stderr } = spawnSync('git', words, { cwd: root, maxBuffer: 1 << 30 });
  if (status === 0) return stdout;
  throw new UserError(
    `\`git ${words.slice(0, 2).join(' ')}\` in ${root}: ${stderr.toString().trim().split('\n')[0]}`,
  );
}
