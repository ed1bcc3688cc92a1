import { Command } from 'commander';
import type { Io } from '../../io';
import { domainsOf, isWildcard } from '../../redirects/domains';
import { rulesIn } from '../../redirects/rules-file';
import { exitCodesOf } from './exit-codes';

const example = `
Examples:
  $ cutover redirects domains rules.yml
  $ cutover redirects domains --json rules.yml
`;

export function domainsCommand(io: Io): Command {
  return new Command('domains')
    .description('List the hosts of the rules, one a line, and count them.')
    .argument('<rules>', 'a rule file')
    .option('--json', 'print one JSON document {count, wildcards, domains}')
    .addHelpText('after', example + exitCodesOf())
    .action((file: string, options: { json?: boolean }) => {
      const domains = domainsOf(rulesIn(file));
      const wildcards = domains.filter(isWildcard).length;
      if (options.json)
        return io.out(`${JSON.stringify({ count: domains.length, wildcards, domains }, null, 2)}\n`);
      io.out(domains.map((domain) => `${domain}\n`).join(''));
      // Beside the list, so that a pipe has names alone.
      io.err(`${domains.length} domains, ${wildcards} of them wildcards\n`);
    });
}
