import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { refusedInOneLine } from '@cutover/command-face';
import { Command } from 'commander';
import type { AccountOptions } from '../account';
import { jsonText } from '../answers';
import { textTable } from '../deliver/plan';
import { readPublished } from '../deliver/prod/published';
import { placeOf } from '../deliver/setting';
import { releasedTypes } from '../deliver/types';
import type { Io } from '../io';
import { findProjects } from '../project/type-project';
import { lookAround } from '../status/look';
import { type StatusRecord, statusPage } from '../status/page';
import { isTrouble, statusOf, statusRows } from '../status/status';
import { exitCodes, exitCodesHelp } from '../user-error';
import { packagesFolder } from './package';
import { regionsOf } from './regions';

interface StatusOptions extends AccountOptions {
  readonly regions?: string;
  readonly inbox?: string;
  readonly publisher?: string;
  readonly next: boolean;
  readonly json?: boolean;
  readonly page?: string;
}

const help = `
A region that is behind the manifest of the last release has failed, which is seen only with --inbox; one that refuses to
answer is unknown. What would come next are the packages of this repository, which are built for it.

Examples:
  $ npx release status --regions us-east-1,eu-central-1
  $ npx release status --regions all --inbox BUCKET --profile prod --page status.html
`;

export function statusCommand(io: Io, finish: (exitCode: number) => void): Command {
  return new Command('status')
    .description('Show what is registered and published where, and what would be next, region by region.')
    .argument('[types...]', 'names of types, or their folders (default: every type of this repository)')
    .option(
      '--regions <list>',
      'with commas between; all: of release/regions.json (default: AWS_REGION, or us-east-1)',
    )
    .option('--inbox <bucket>', 'of prod, whose manifest says what was wanted (default: RELEASE_INBOX)')
    .option('--publisher <id>', 'whose public versions are shown (default: of the account)')
    .option('--no-next', 'build no packages, and say nothing of what would be published next')
    .option('--json', 'print it as JSON')
    .option('--page <file>', 'write it as a page too')
    .option('--profile <name>', 'of ~/.aws/config')
    .option('--region <region>', 'of the inbox (default: AWS_REGION, or us-east-1)')
    .addHelpText('after', help + exitCodesHelp)
    .action((names: string[], options: StatusOptions) =>
      refusedInOneLine(async () => {
        const record = await statusRecord(names, options, io);
        if (options.page !== undefined) writeFileSync(resolve(io.folder, options.page), statusPage(record));
        io.out(options.json ? jsonText(record) : textTable(statusRows(record.lines)));
        finish(record.lines.some(isTrouble) ? exitCodes.failed : exitCodes.passed);
      }),
    );
}

async function statusRecord(names: readonly string[], options: StatusOptions, io: Io): Promise<StatusRecord> {
  const { accountId, home, account } = await placeOf(options);
  const regions =
    options.regions === undefined
      ? [home]
      : regionsOf(io.folder, options.regions === 'all' ? undefined : options.regions);
  const typeNames = findProjects(io.folder, names).map(({ typeName }) => typeName);
  const inbox = options.inbox ?? process.env.RELEASE_INBOX;
  const published = inbox ? await readPublished({ account, home, inbox }) : {};
  const wanted = options.next ? releasedTypes(io.folder, names, undefined, packagesFolder) : [];
  const seen = await lookAround(account, regions, typeNames, options.publisher);
  return { accountId, at: io.now(), lines: statusOf(seen, wanted, published) };
}
