import { Command } from 'commander';
import { readInputs } from '../contract/inputs';
import { readProject } from '../contract/project';
import { findPython } from '../contract/python';
import { renderContract, testLine } from '../contract/report';
import { type ContractWatch, runContract } from '../contract/run';
import { readSetting } from '../contract/setting';
import type { Io } from '../io';
import { clip } from '../live/format';
import { folderOfType, typePackages } from '../rehearsal/registered-types';
import { exitCodes, exitCodesHelp, UserError } from '../user-error';
import { wholeOption } from './options';

interface ContractOptions {
  readonly json?: boolean;
  readonly verbose?: boolean;
  readonly seed: string;
  readonly set?: number;
}

const help = `
Before the suite, FOLDER/test/setup.yml is deployed, or what FOLDER/test/contract.yml names; the suite fills {{Name}} in
FOLDER/inputs/inputs_N_create.json with the exports of these stacks. Inputs that need more than setup.yml go to
FOLDER/test/inputs, which is not packed: the registry's own tests would fail on them. The suite assumes the role of
FOLDER/resource-role.yaml, and sends FOLDER/typeConfiguration.json along if there is one.

Examples:
  $ cutover contract
  $ cutover contract awscommunity-cloudfront-aliasmigration --set 2 --json
  $ cutover contract ../my-type -- -k contract_create_read
`;

export function contractCommand(io: Io, finish: (exitCode: number) => void): Command {
  return new Command('contract')
    .description("Run AWS's own contract tests of a resource type (cfn test) against a local AWS.")
    .argument('[folder]', `a folder with an .rpdk-config (default: ${typePackages[0]})`)
    .argument('[words...]', 'after `--`: for pytest')
    .option('--set <number>', 'only inputs_<number>', wholeOption)
    .option('--seed <text>', 'ids, delays and order come from this', '1')
    .option('--json', 'print one JSON document, and no progress')
    .option('--verbose', 'show all that cfn and pytest print')
    .addHelpText('after', help + exitCodesHelp)
    .action(async (_folder, _words, options: ContractOptions, command: Command) =>
      finish(await contract(wordsIn(command), options, io)),
    );
}

/** @returns the exit code. */
async function contract({ folder, forPytest }: Words, options: ContractOptions, io: Io): Promise<number> {
  const project = readProject(folder ?? folderOfType(typePackages[0]!));
  const setting = readSetting(project.folder);
  const sets = readInputs(project, options.set);
  if (sets.length === 0 && !options.json)
    io.err('There is no inputs/ in the folder: the suite makes inputs up from the schema.\n');
  const report = await runContract({
    project,
    setting,
    sets: sets.length > 0 ? sets : [{ number: 1, files: [] }],
    python: findPython(io),
    seed: options.seed,
    startedAt: Date.now(),
    words: forPytest,
    watch: watchOf(options, io),
  });
  io.out(options.json ? `${JSON.stringify(report, null, 2)}\n` : renderContract(report));
  return report.verdict === 'PASSED' ? exitCodes.passed : exitCodes.failed;
}

/** A line for each test; on a terminal also one for what the handler said last, written over by the next. */
function watchOf(options: ContractOptions, io: Io): ContractWatch {
  const isLive = !options.json && io.interactive && io.env.TERM !== 'dumb';
  const clear = isLive ? '\r\u001b[2K' : '';
  const say = (line: string): void => (options.json ? undefined : io.err(`${clear}${line}\n`));
  return {
    staged: ({ number, files }, { exported }) =>
      say(`set ${number}: ${files.join(', ') || 'made up'}; ${exported.size} exports`),
    called: ({ action, status, message }) => {
      const line = `  … ${action} ${message ?? status}`;
      if (isLive) io.err(clear + clip(line, process.stderr.columns || 80));
    },
    tested: (result) => {
      for (const line of testLine(result)) say(line);
    },
    ended: ({ verdict, failed, tests }, { output }) => {
      if (isLive) io.err(clear);
      // A suite that fails without a failed test has something else to say, and so has one that only lists tests.
      const isOdd = tests.length === 0 || (verdict === 'FAILED' && failed === 0);
      if (options.verbose || isOdd) io.err(output);
    },
  };
}

interface Words {
  readonly folder: string | undefined;
  readonly forPytest: readonly string[];
}

/** commander takes the words after `--` for further operands; which they are, the words as typed tell. */
function wordsIn(command: Command): Words {
  const typed = (command.parent as unknown as { readonly rawArgs: readonly string[] }).rawArgs;
  const dashes = typed.indexOf('--');
  const forPytest = dashes === -1 ? [] : typed.slice(dashes + 1);
  const [folder, stranger] = command.args.slice(0, command.args.length - forPytest.length);
  if (stranger !== undefined)
    throw new UserError(`contract takes one folder; write words for pytest after --`);
  return { folder, forPytest };
}
