import { Command } from 'commander';
import type { Io } from '../../io';
import { normalizedJson, normalizedYaml } from '../../redirects/normalized';
import { rulesIn } from '../../redirects/rules-file';
import { exitCodesOf } from './exit-codes';

const example = `
Examples:
  $ cutover redirects show rules.yml
  $ cutover redirects show --json rules.yml | jq '.sites[].rules[].id'
`;

export function showCommand(io: Io): Command {
  return new Command('show')
    .description(
      'Print the normalized form: short forms written out, defaults in every rule, ids and places.',
    )
    .argument('<rules>', 'a rule file')
    .option('--json', 'print JSON instead of YAML')
    .addHelpText('after', example + exitCodesOf())
    .action((file: string, options: { json?: boolean }) => {
      const rules = rulesIn(file);
      io.out(options.json ? normalizedJson(rules) : normalizedYaml(rules));
    });
}
