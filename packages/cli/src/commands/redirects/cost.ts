import { Command, InvalidArgumentError } from 'commander';
import type { Io } from '../../io';
import { breakEvenMillions, type Cost, costOf, type Traffic } from '../../redirects/cost/cost';
import { gatheredOn, prices } from '../../redirects/cost/prices';
import { positiveOption } from '../options';
import { exitCodesOf } from './exit-codes';

interface CostOptions {
  readonly requests: number;
  readonly server?: number;
  readonly repeated: number;
  readonly reads: number;
  readonly json?: boolean;
}

const help = `
Prices are those of North America and Europe, gathered on ${gatheredOn} and second-hand: look at AWS's pricing page before
you build on them. What is free is free in each account, and other distributions of the account use it up too. Data is
left out: 1 TB a month is free, which is a thousand million answers of 1 KB.

Examples:
  $ cutover redirects cost --requests 20
  $ cutover redirects cost --requests 20 --repeated 0.4 --server 75
  $ cutover redirects cost --requests 500 --json | jq .dollars
`;

export function costCommand(io: Io): Command {
  return new Command('cost')
    .description('Reckon what a month costs, and from which traffic on servers that always run are cheaper.')
    .requiredOption(
      '--requests <millions>',
      'answers that visitors get in a month, in millions',
      positiveOption,
    )
    .option(
      '--server <dollars>',
      'what the servers cost in a month that would answer instead',
      positiveOption,
    )
    .option('--repeated <share>', 'of these, what browsers answer themselves: 0 to 1', shareOption, 0)
    .option(
      '--reads <number>',
      'reads of the store for a request (compile tells the most)',
      positiveOption,
      1.5,
    )
    .option('--json', 'print one JSON document {dollars, items, breakEvenMillions, prices}')
    .addHelpText('after', help + exitCodesOf())
    .action((options: CostOptions) => {
      const traffic = { millions: options.requests, repeated: options.repeated, reads: options.reads };
      const cost = costOf(traffic);
      const even = options.server === undefined ? undefined : breakEvenMillions(options.server, traffic);
      if (options.json) io.out(`${JSON.stringify(asJson(cost, even), null, 2)}\n`);
      else io.out(inWords(cost, traffic) + evenInWords(options.server, even));
    });
}

function shareOption(text: string): number {
  const share = Number(text);
  if (text.trim() === '' || !(share >= 0 && share < 1))
    throw new InvalidArgumentError('write a share from 0 to below 1, such as 0.4.');
  return share;
}

const asJson = ({ dollars, items }: Cost, even: number | undefined): object => ({
  dollars,
  items,
  breakEvenMillions: even ?? null,
  prices: { gatheredOn, ...prices },
});

const dollarsText = (dollars: number): string => `$${dollars.toFixed(2)}`;

const inWords = ({ items, dollars }: Cost, { millions, repeated }: Traffic): string =>
  [
    ...items.map(
      (item) =>
        `${item.of.padEnd(21)} ${item.millions.toFixed(1).padStart(9)} million, ${item.billedMillions.toFixed(1).padStart(9)} billed  ${dollarsText(item.dollars).padStart(10)}`,
    ),
    `${millions} million answers a month${repeated > 0 ? `, ${Math.round(repeated * 100)} % of them from browsers' caches` : ''}: ${dollarsText(dollars)}`,
    '',
  ].join('\n');

const evenInWords = (server: number | undefined, even: number | undefined): string =>
  server === undefined || even === undefined
    ? ''
    : `Servers for ${dollarsText(server)} a month are cheaper from ${even.toFixed(1)} million answers on, if they carry them.\n`;
