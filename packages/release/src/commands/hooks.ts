import { Argument, Command } from 'commander';
import { answersTo } from '../answers';
import type { Io } from '../io';
import { type Hook, hooks, runHooks } from '../project/hooks';
import { findProjects } from '../project/type-project';
import { exitCodesHelp } from '../user-error';

const help = `
A type need not have any: most of what the contract tests want is in test/setup.yml. The pipelines call both around each
step, the second also when the step has failed.

Example:
  $ npx release hooks before-tests
`;

export function hooksCommand(io: Io): Command {
  return new Command('hooks')
    .description('Run test/before-tests.sh or test/after-tests.sh of the types that have it.')
    .addArgument(new Argument('<hook>').choices([...hooks]))
    .option('--json', 'print the answers as JSON')
    .addHelpText('after', help + exitCodesHelp)
    .action((hook: Hook, options: { readonly json?: boolean }) => {
      const answers = answersTo(io, options);
      for (const typeName of runHooks(findProjects(io.folder), hook))
        answers.add({ typeName, hook }, `${typeName}: ${hook}\n`);
      answers.end();
    });
}
