import { spawnSync } from 'node:child_process';
import { relative } from 'node:path';
import type { TypeProject } from '../project/type-project';
import type { Json } from '../schema/change';

/** A type as the last release had it. */
export interface Released {
  /** `release-1.2.3` */
  readonly tag: string;
  readonly version: string;
  readonly schema: Json;
}

/** Read from the newest tag `release-X.Y.Z`. @returns undefined where there is none, or it had no such type yet */
export function lastRelease(root: string, project: TypeProject): Released | undefined {
  const tag = git(root, ['tag', '--list', 'release-*', '--sort=-version:refname', '--merged'])?.split(
    '\n',
  )[0];
  if (!tag) return undefined;
  const read = (file: string): Json | undefined => {
    const text = git(root, ['show', `${tag}:./${relative(root, `${project.folder}/${file}`)}`]);
    return text === undefined ? undefined : (JSON.parse(text) as Json);
  };
  const schema = read(`${project.slug}.json`);
  if (!schema) return undefined;
  return { tag, version: String(read('package.json')?.version), schema };
}

/** @returns undefined when git refuses: no repository, no such file in the commit. */
function git(root: string, words: readonly string[]): string | undefined {
  const { status, stdout } = spawnSync('git', words, { cwd: root, encoding: 'utf8', stdio: 'pipe' });
  return status === 0 ? stdout : undefined;
}
