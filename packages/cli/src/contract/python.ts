import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Io } from '../io';
import { UserError } from '../user-error';

/**
 * A Python that has cloudformation-cli: the one that CUTOVER_PYTHON names, else the repository's .venv, which is made
 * when it is not there.
 */
export function findPython(io: Io): string {
  const named = io.env.CUTOVER_PYTHON;
  if (named) return named;
  const root = repositoryRoot();
  const python = root === undefined ? undefined : join(root, '.venv', 'bin', 'python');
  if (root === undefined || python === undefined) throw noPython();
  if (existsSync(python)) return python;
  io.err(
    'No Python with cloudformation-cli yet: making .venv from requirements.txt, once; it takes a minute.\n',
  );
  const { status, stderr } = spawnSync(process.execPath, [join(root, 'scripts', 'python.mjs')], {
    cwd: root,
    encoding: 'utf8',
  });
  if (status !== 0 || !existsSync(python)) throw noPython(stderr.trim().split('\n').at(-1));
  return python;
}

export const noPython = (reason?: string): UserError =>
  new UserError(
    `there is no Python with cloudformation-cli${reason ? ` (${reason})` : ''}; install it with \`pip install cloudformation-cli cloudformation-cli-typescript-plugin\` and name that Python in CUTOVER_PYTHON`,
  );

/** Source and bundle are at different depths below it. */
function repositoryRoot(folder = __dirname): string | undefined {
  if (existsSync(join(folder, 'scripts', 'python.mjs'))) return folder;
  return dirname(folder) === folder ? undefined : repositoryRoot(dirname(folder));
}
