import { availableParallelism } from 'node:os';
import { Command } from 'commander';
import { readInputs } from '../contract/inputs';
import { progressOf } from '../contract/progress';
import { readProject } from '../contract/project';
import { findPython } from '../contract/python';
import { renderContract } from '../contract/report';
import { runContract } from '../contract/run';
import { readSetting } from '../contract/setting';
import type { Io } from '../io';
import { folderOfType, typePackages } from '../rehearsal/registered-types';
import { exitCodes, exitCodesHelp, UserError } from '../user-error';
import { wholeOption } from './options';

interface ContractOptions {
  readonly json?: boolean;
  readonly verbose?: boolean;
  readonly seed: string;
  readonly set?: number;
  readonly jobs?: number;
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
    .option('--jobs <number>', 'how many sets run at a time (default: one for each core)', wholeOption)
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
  const found = readInputs(project, options.set);
  if (found.length === 0 && !options.json)
    io.err('There is no inputs/ in the folder: the suite makes inputs up from the schema.\n');
  const sets = found.length > 0 ? found : [{ number: 1, files: [] }];
  const jobs = Math.min(options.jobs ?? availableParallelism(), sets.length);
  const report = await runContract({
    project,
    setting,
    sets,
    jobs,
    python: findPython(io),
    seed: options.seed,
    startedAt: Date.now(),
    words: forPytest,
    watch: progressOf({ ...options, several: jobs > 1 }, io),
  });
  io.out(options.json ? `${JSON.stringify(report, null, 2)}\n` : renderContract(report));
  return report.verdict === 'PASSED' ? exitCodes.passed : exitCodes.failed;
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
