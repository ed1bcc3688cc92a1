import { execFile, execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const root = join(__dirname, '..', '..');
const python = join(root, '.venv', 'bin', 'python');
const suites = join(__dirname, '..');
const run = promisify(execFile);

/** What became of one case; `text` says why where it did not pass. */
export interface CaseResult {
  readonly outcome: 'passed' | 'failed' | 'skipped';
  readonly text: string;
}

/** The cases of a suite by the names that pytest gives them, `test_moves.py::test_across_accounts`. */
export function collect(suite: string): string[] {
  if (!existsSync(python)) throw new Error(`${python} is not there; \`node scripts/python.mjs\` makes it`);
  const listed = execFileSync(python, ['-m', 'pytest', suite, '--collect-only', '-q', '--no-header'], {
    cwd: suites,
    env: environment({}),
  });
  return listed
    .toString()
    .split('\n')
    .filter((line) => line.includes('::'))
    .map((line) => line.slice(suite.length + 1));
}

/** Runs a suite. @returns every case that was run, by its name */
export async function runSuite(
  suite: string,
  aws: Readonly<Record<string, string>>,
): Promise<Map<string, CaseResult>> {
  const folder = mkdtempSync(join(tmpdir(), 'foreign-'));
  const report = join(folder, 'report.jsonl');
  try {
    const words = ['-m', 'pytest', suite, '-q', '--no-header', '--tb=short'];
    const env = environment({ ...aws, PYTEST_REPORT: report });
    const { stdout } = await run(python, words, { cwd: suites, env, maxBuffer: 64 * 1024 * 1024 }).catch(
      // It ends with 1 when a case failed, which the report tells better.
      (error: { stdout: string; code: number }) => {
        if (typeof error.code !== 'number') throw error;
        return error;
      },
    );
    if (!existsSync(report)) throw new Error(`pytest ran no case of ${suite}:\n${stdout}`);
    return resultsIn(readFileSync(report, 'utf8'), suite);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A case has failed if any of its phases has; the first one says why. */
function resultsIn(lines: string, suite: string): Map<string, CaseResult> {
  const results = new Map<string, CaseResult>();
  for (const line of lines.split('\n').filter(Boolean)) {
    const { nodeid, ...result } = JSON.parse(line) as CaseResult & { nodeid: string };
    const name = nodeid.slice(suite.length + 1);
    const known = results.get(name);
    if (!known || known.outcome === 'passed') results.set(name, result);
  }
  return results;
}

/** Nothing of this machine's AWS settings, and no bytecode beside the sources. */
const environment = (more: Readonly<Record<string, string>>): Record<string, string> => ({
  PATH: process.env.PATH ?? '',
  HOME: tmpdir(),
  PYTHONDONTWRITEBYTECODE: '1',
  // The plugins of the contract suite have no part in this, and take seconds.
  PYTEST_DISABLE_PLUGIN_AUTOLOAD: '1',
  AWS_EC2_METADATA_DISABLED: 'true',
  ...more,
});
