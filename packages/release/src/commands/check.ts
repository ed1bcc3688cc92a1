import { Command } from 'commander';
import { answersTo } from '../answers';
import { type Step, steps } from '../check/steps';
import type { Io } from '../io';
import { findProjects } from '../project/type-project';
import { exitCodes, exitCodesHelp, UserError } from '../user-error';

const help = `
Parts, the quick ones first:
  schema    what cfn validate lets through and TestType or a consumer does not
  version   the difference to the newest tag release-X.Y.Z decides between major, minor and patch
  exports   {{names}} in inputs/ that cfn test would ignore, or that test/setup.yml does not export
  lint, tests, contract

Examples:
  $ npx release check
  $ npx release check AwsCommunity::CloudFront::AliasMigration --only schema,version,exports
`;

interface CheckOptions {
  readonly only?: string;
  readonly json?: boolean;
}

export function checkCommand(io: Io, finish: (exitCode: number) => void): Command {
  return new Command('check')
    .description('Say whether the types are fit for a release.')
    .argument('[types...]', 'names of types, or their folders (default: every type of this repository)')
    .option('--only <parts>', 'some parts only, with commas between')
    .option('--json', 'print the answers as JSON')
    .addHelpText('after', help + exitCodesHelp)
    .action((names: string[], options: CheckOptions) => {
      const chosen = chosenSteps(options.only);
      const answers = answersTo(io, options);
      let failed = 0;
      for (const project of findProjects(io.folder, names))
        for (const { name, finds } of chosen) {
          const problems = finds(io.folder, project);
          const lines = problems.map((problem) => `       ${problem.replaceAll('\n', '\n       ')}\n`);
          const mark = problems.length === 0 ? 'ok    ' : 'FAILED';
          const { typeName } = project;
          answers.add(
            { typeName, part: name, problems },
            `${mark} ${name.padEnd(9)} ${typeName}\n${lines.join('')}`,
          );
          failed += problems.length;
        }
      answers.end();
      finish(failed === 0 ? exitCodes.passed : exitCodes.failed);
    });
}

function chosenSteps(only: string | undefined): readonly Step[] {
  if (only === undefined) return steps;
  return only.split(',').map((name) => {
    const found = steps.find((step) => step.name === name);
    if (found) return found;
    throw new UserError(`there is no part ${name}; there are ${steps.map((step) => step.name).join(', ')}`);
  });
}
