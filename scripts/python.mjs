// Makes .venv from requirements.txt; `node scripts/python.mjs` does just that.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { inRoot } from './lib/repository.mjs';
import { exitCodeOf, main, run, StepFailed } from './lib/run.mjs';

const venv = inRoot('.venv');
const stamp = inRoot('.venv', 'requirements.sha256');

/** A program of the virtual environment. */
export const pythonTool = (name) => inRoot('.venv', 'bin', name);

/** Makes the virtual environment, or brings it up to date with requirements.txt. */
export function preparePython() {
  const wanted = createHash('sha256')
    .update(readFileSync(inRoot('requirements.txt')))
    .digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  console.log('Installing Python packages for tests into .venv (once) ...');
  if (exitCodeOf('python3', ['-m', 'venv', venv]) !== 0) {
    throw new StepFailed(
      'python3 cannot make a virtual environment; on Debian: apt-get install python3-venv',
    );
  }
  // Python compiles what it imports when it does; of all that is installed it is a small part.
  const quiet = ['--quiet', '--disable-pip-version-check', '--no-input', '--no-compile'];
  run(pythonTool('python'), ['-m', 'pip', 'install', ...quiet, '-r', inRoot('requirements.txt')]);
  writeFileSync(stamp, wanted);
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) await main(preparePython);
