import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { UserError } from '../user-error';
import type { TypeProject } from './type-project';

/** What no template can do for the contract tests, before and after them: test/before-tests.sh, test/after-tests.sh. */
export const hooks = ['before-tests', 'after-tests'] as const;
export type Hook = (typeof hooks)[number];

const fileOf = ({ folder }: TypeProject, hook: Hook): string => join(folder, 'test', `${hook}.sh`);

/**
 * Runs the hook of each type that has it, in the folder of the type.
 * @returns the types whose hook was run
 * @throws UserError with what the hook has said, when one fails; the others were run too
 */
export function runHooks(projects: readonly TypeProject[], hook: Hook): string[] {
  const having = projects.filter((project) => existsSync(fileOf(project, hook)));
  const failures = having.flatMap((project) => failureOf(project, hook));
  if (failures.length > 0) throw new UserError(failures.join('\n'));
  return having.map(({ typeName }) => typeName);
}

function failureOf(project: TypeProject, hook: Hook): string[] {
  const { status, stdout, stderr } = spawnSync('bash', [fileOf(project, hook)], {
    cwd: project.folder,
    encoding: 'utf8',
  });
  if (status === 0) return [];
  const said = `${stdout}${stderr}`.trim().split('\n').slice(-5).join('\n');
  return [`test/${hook}.sh of ${project.typeName} ended with ${status}: ${said}`];
}
