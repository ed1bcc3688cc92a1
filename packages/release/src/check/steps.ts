import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { filesBelow } from '../package/read-files';
import type { TypeProject } from '../project/type-project';
import { templateOf } from '../roles/fixtures';
import { exportProblems, exportsIn } from './exports';
import { lastRelease } from './last-release';
import { schemaProblems } from './schema-rules';
import { versionProblems } from './version-rules';

/** One part of `check`: what it finds wrong, in sentences. */
export interface Step {
  readonly name: string;
  readonly finds: (root: string, project: TypeProject) => string[];
}

/** The cheap ones first. */
export const steps: readonly Step[] = [
  { name: 'schema', finds: (_root, { schema }) => schemaProblems(schema) },
  { name: 'version', finds: (root, project) => versionProblems(project, lastRelease(root, project)) },
  { name: 'exports', finds: (_root, { folder }) => exportProblems(inputsOf(folder), setupExports(folder)) },
  {
    name: 'lint',
    finds: (root, project) => failureOf(root, 'npx', ['biome', 'check', folderOf(root, project)]),
  },
  { name: 'tests', finds: (root, project) => failureOf(root, 'npx', ['jest', folderOf(root, project)]) },
  {
    name: 'contract',
    finds: (root, project) => failureOf(root, 'npx', ['cutover', 'contract', project.folder]),
  },
];

const folderOf = (root: string, { folder }: TypeProject): string => relative(root, folder) || '.';

/** Texts of a type's packed inputs, by path. */
export const inputsOf = (folder: string): Record<string, string> =>
  Object.fromEntries(
    Object.entries(filesBelow(join(folder, 'inputs'), 'inputs/')).map(([path, bytes]) => [
      path,
      Buffer.from(bytes).toString(),
    ]),
  );

function setupExports(folder: string): string[] | undefined {
  const file = join(folder, 'test', 'setup.yml');
  if (!existsSync(file)) return undefined;
  return exportsIn(templateOf(readFileSync(file, 'utf8')));
}

function failureOf(root: string, program: string, words: readonly string[]): string[] {
  const { status, stdout, stderr } = spawnSync(program, words, { cwd: root, encoding: 'utf8' });
  if (status === 0) return [];
  const said = `${stdout}${stderr}`.trim().split('\n').slice(-20).join('\n');
  return [`\`${[program, ...words].join(' ')}\` ended with ${status}\n${said}`];
}
