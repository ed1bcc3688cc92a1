import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { noPython } from './python';
import type { TestPhase } from './results';
import type { Stage } from './stage';

export interface SuiteOptions {
  readonly python: string;
  /** The project as the suite shall see it. */
  readonly folder: string;
  readonly typeName: string;
  /** Words for pytest. */
  readonly words: readonly string[];
  readonly onPhase: (phase: TestPhase) => void;
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

/** Runs the suite to its end. @throws UserError when there is no Python that has it */
export async function runSuite(stage: Stage, options: SuiteOptions): Promise<SuiteEnd> {
  const { python, folder, onPhase } = options;
  const child = spawn(python, ['-B', script, ...wordsOf(stage, options)], {
    cwd: folder,
    env: environmentOf(stage, folder),
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
  });
  const ended = new Promise<number>((resolve, reject) => {
    child.once('error', (error: NodeJS.ErrnoException) =>
      reject(['ENOENT', 'EACCES'].includes(error.code ?? '') ? noPython(`${python}: ${error.code}`) : error),
    );
    child.once('close', (code) => resolve(code ?? 1));
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr] as Readable[])
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
  createInterface({ input: child.stdio[3] as Readable }).on('line', (line) =>
    onPhase(JSON.parse(line) as TestPhase),
  );
  const exitCode = await ended;
  if (exitCode === missingPackage) throw noPython(output.trim().split('\n').at(-1));
  return { exitCode, output };
}

/** The role is assumed as the registry does it: its trust policy lets nobody else in. */
const wordsOf = (
  { aws, accountId, region, roleArn }: Stage,
  { folder, typeName, words }: SuiteOptions,
): string[] => [
  'test',
  ...['--endpoint', aws.endpoint],
  ...['--region', region],
  ...['--role-arn', roleArn],
  ...['--source-account', accountId],
  '--source-arn',
  `arn:aws:cloudformation:${region}:${accountId}:type/resource/${typeName.replaceAll('::', '-')}/00000001`,
  ...(existsSync(join(folder, typeConfiguration)) ? ['--typeconfig', typeConfiguration] : []),
  ...['--', '-o', 'log_cli=false', '-p', 'no:cacheprovider', '-p', 'no:warnings'],
  ...words,
];

/** All of it: no credentials, profiles or settings of the machine; the suite reads ~/.cfn-cli too. */
const environmentOf = ({ aws, accountId, region }: Stage, home: string): NodeJS.ProcessEnv => ({
  PATH: process.env.PATH,
  HOME: home,
  LANG: 'C.UTF-8',
  AWS_ENDPOINT_URL: aws.endpoint,
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
