import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Command } from 'commander';
import { answersTo } from '../answers';
import type { Io } from '../io';
import { lintTemplates } from '../lint/linter';
import { readOnlyProblems } from '../lint/read-only';
import { findProjects } from '../project/type-project';
import { toolsFolder } from '../tools-folder';
import { exitCodes, exitCodesHelp, UserError } from '../user-error';

const help = `
Properties of the types are checked against the schemas in the folders of this repository. cfn-lint from 1.43.0 on passes
over them in silence: the one in .venv is older.

Example:
  $ npx release lint examples/redirect-site/site.yml --regions us-east-1
`;

interface LintOptions {
  readonly regions?: string;
  readonly json?: boolean;
}

export function lintCommand(io: Io, finish: (exitCode: number) => void): Command {
  return new Command('lint')
    .description('Check templates that use the types, with cfn-lint and the types’ schemas.')
    .argument('<templates...>', 'CloudFormation templates, YAML or JSON')
    .option('--regions <list>', 'with commas between (default: us-east-1)')
    .option('--json', 'print the problems as JSON')
    .addHelpText('after', help + exitCodesHelp)
    .action((templates: string[], options: LintOptions) => {
      const { regions } = options;
      const files = templates.map((template) => resolve(io.folder, template));
      const missing = files.find((file) => !existsSync(file));
      if (missing) throw new UserError(`there is no ${missing}`);
      const schemas = findProjects(io.folder).map(({ schema }) => schema);
      const problems = [
        ...lintTemplates(toolsFolder(), files, schemas, regions?.split(',') ?? []),
        ...files.flatMap((file) => readOnlyProblems(file, readFileSync(file, 'utf8'), schemas)),
      ];
      const answers = answersTo(io, options);
      for (const problem of problems) answers.add({ problem }, `${problem}\n`);
      answers.end();
      finish(problems.length === 0 ? exitCodes.passed : exitCodes.failed);
    });
}
