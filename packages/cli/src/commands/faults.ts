import { type FaultListing, listFaults } from '@cutover/local-aws';
import { Command } from 'commander';
import type { Io } from '../io';
import { exitCodesHelp } from '../user-error';

const examples = `
Examples:
  $ cutover faults
  $ cutover faults --json
  $ cutover rehearse examples/cross-account --fault cloudfront.UpdateDistribution.lost@2
`;

/** The catalogue of what can go wrong in a rehearsal, for those who choose a `--fault`. */
export function faultsCommand(io: Io): Command {
  return new Command('faults')
    .description('List what can go wrong in a rehearsal: what happens, where it strikes, what can be set.')
    .option('--json', 'print the list as one JSON document')
    .addHelpText('after', `${examples}${exitCodesHelp}`)
    .action((options: { json?: boolean }) => {
      const faults = listFaults();
      io.out(options.json ? `${JSON.stringify(faults, null, 2)}\n` : inWords(faults));
    });
}

const usage =
  'Write --fault POINT[@N[xM]][:SETTING=VALUE,…]: it strikes from the N-th matching call on, M times. A point names\n' +
  'service and operation, or * for any.\n';

const inWords = (faults: readonly FaultListing[]): string =>
  `${faults.map((fault) => `${entry(fault)}\n`).join('\n')}\n${usage}`;

function entry({ point, sentence, settings, strikes }: FaultListing): string {
  const pairs = Object.entries(settings).map(([name, value]) => `${name}=${value}`);
  return [
    point,
    `  ${sentence}`,
    ...(pairs.length ? [`  settings: ${pairs.join(', ')}`] : []),
    ...(strikes ? [`  strikes: ${strikes.join(', ')}`] : []),
  ].join('\n');
}
