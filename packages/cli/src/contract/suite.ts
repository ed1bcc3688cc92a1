import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { noPython } from './python';
import type { TestPhase } from './results';

export interface SuiteOptions {
  readonly python: string;
  /** The project as the suite shall see it; what the suite itself leaves is here too. */
  readonly folder: string;
  readonly typeName: string;
  readonly accountId: string;
  readonly region: string;
  /** Words for pytest. */
  readonly words: readonly string[];
  readonly onPhase: (phase: TestPhase) => void;
}

/** The suite's Python: it loads its modules at once, and runs no test before it hears where. */
export interface Suite {
  /** Runs the suite to its end. @throws UserError when there is no Python that has it */
  run(stage: Where): Promise<SuiteEnd>;
  /** Ends it, wherever it is. */
  stop(): Promise<void>;
}

/** What is known only when the local AWS stands. */
export interface Where {
  readonly endpoint: string;
  /** It is assumed as the registry does it: its trust policy lets nobody else in. */
  readonly roleArn: string;
}

export interface SuiteEnd {
  readonly exitCode: number;
  /** All that cfn and pytest have printed. */
  readonly output: string;
}

/** The suite would look for it in ~/.cfn-cli, which is the person's and not the project's. */
const typeConfiguration = 'typeConfiguration.json';

/** What suite.py ends with when a package lacks. */
const missingPackage = 3;

/** A file that another process runs; a build that bundles this module copies it beside. */
const script = join(__dirname, 'suite.py');

export function startSuite(options: SuiteOptions): Suite {
  const { python, folder, onPhase } = options;
  const child = spawn(python, ['-B', script], {
    cwd: folder,
    env: environmentOf(options),
    stdio: ['pipe', 'pipe', 'pipe', 'pipe'],
  });
  let failure: NodeJS.ErrnoException | undefined;
  child.once('error', (error) => {
    failure = error;
  });
  const ended = new Promise<number>((resolve) => child.once('close', (code) => resolve(code ?? 1)));
  let output = '';
  for (const stream of [child.stdout, child.stderr] as Readable[])
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
  createInterface({ input: child.stdio[3] as Readable }).on('line', (line) =>
    onPhase(JSON.parse(line) as TestPhase),
  );
  const stdin = child.stdin as Writable;
  // One that could not begin has closed its end; how it ended tells why.
  stdin.on('error', ignoreBrokenPipe);
  return {
    async run(stage) {
      stdin.end(`${JSON.stringify({ endpoint: stage.endpoint, words: wordsOf(stage, options) })}\n`);
      const exitCode = await ended;
      if (failure) throw isNoProgram(failure) ? noPython(`${python}: ${failure.code}`) : failure;
      if (exitCode === missingPackage) throw noPython(output.trim().split('\n').at(-1));
      return { exitCode, output };
    },
    async stop() {
      child.kill('SIGKILL');
      await ended;
    },
  };
}

const isNoProgram = ({ code = '' }: NodeJS.ErrnoException): boolean => ['ENOENT', 'EACCES'].includes(code);

function ignoreBrokenPipe(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE' && error.code !== 'ECONNRESET') throw error;
}

const wordsOf = (
  { endpoint, roleArn }: Where,
  { folder, typeName, accountId, region, words }: SuiteOptions,
): string[] => [
  'test',
  ...['--endpoint', endpoint],
  ...['--region', region],
  ...['--role-arn', roleArn],
  ...['--source-account', accountId],
  '--source-arn',
  `arn:aws:cloudformation:${region}:${accountId}:type/resource/${typeName.replaceAll('::', '-')}/00000001`,
  ...(existsSync(join(folder, typeConfiguration)) ? ['--typeconfig', typeConfiguration] : []),
  ...['--', '-o', 'log_cli=false', '-p', 'no:cacheprovider', '-p', 'no:warnings'],
  // The header would load all of hypothesis for a line, and the other collects garbage five times at the end.
  ...['--no-header', '-p', 'no:unraisableexception'],
  ...words,
];

/** All of it: no credentials, profiles or settings of the machine; the suite reads ~/.cfn-cli too. */
const environmentOf = ({ accountId, region, folder }: SuiteOptions): NodeJS.ProcessEnv => ({
  PATH: process.env.PATH,
  HOME: folder,
  // It writes a pytest.ini of its own, and one that is stopped would leave it there.
  TMPDIR: folder,
  LANG: 'C.UTF-8',
  // Twelve digits are the administrator of that account.
  AWS_ACCESS_KEY_ID: accountId,
  AWS_SECRET_ACCESS_KEY: 'local',
  AWS_REGION: region,
  AWS_DEFAULT_REGION: region,
  AWS_EC2_METADATA_DISABLED: 'true',
  // Left to find plugins by itself, pytest takes the assertions of all their packages apart at every start: hypothesis
  // has ninety modules. So they are named: ours, and those of the suite.
  PYTEST_DISABLE_PLUGIN_AUTOLOAD: '1',
  PYTEST_PLUGINS: 'suite_events,random_order.plugin,_hypothesis_pytestplugin',
});
