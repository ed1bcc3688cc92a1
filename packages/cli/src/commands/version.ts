import { Command } from 'commander';
import { version } from '../../package.json';
import type { Io } from '../io';
import { exitCodesHelp } from '../user-error';

export function versionCommand(io: Io): Command {
  return new Command('version')
    .description('Print the version of cutover.')
    .option('--json', 'print {"version": …}')
    .addHelpText('after', `\nExample:\n  $ cutover version --json\n${exitCodesHelp}`)
    .action((options: { json?: boolean }) => {
      io.out(
        options.json
          ? `${JSON.stringify({ version, node: process.versions.node })}\n`
          : `cutover ${version}\n`,
      );
    });
}
