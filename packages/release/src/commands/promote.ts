import { join } from 'node:path';
import { refusedInOneLine } from '@cutover/command-face';
import { Command } from 'commander';
import { type AccountOptions, accountOf } from '../account';
import { answersTo } from '../answers';
import type { Io } from '../io';
import { packAll } from '../package/pack';
import { findProjects } from '../project/type-project';
import { promotionOf, releaseArchive, releaseKey, tagRelease } from '../promote/promote';
import { notesOf, type Promotion, promotionProblems } from '../promote/rules';
import { exitCodes, exitCodesHelp } from '../user-error';
import { packagesFolder } from './package';

interface PromoteOptions extends AccountOptions {
  readonly inbox: string;
  readonly dryRun?: boolean;
  readonly json?: boolean;
}

const help = `
The number has to grow, CHANGELOG.md needs notes under it, and everything must be committed. Then the commit gets the tag
release-X.Y.Z, and goes with its packages to the inbox of the next stage, whose pipeline starts by itself.

Example:
  $ npx release promote release-1.2.0 --inbox BUCKET --profile alpha
`;

export function promoteCommand(io: Io, finish: (exitCode: number) => void): Command {
  return new Command('promote')
    .description('Give a commit its number, and send it with its packages to beta.')
    .argument('<release>', 'release-X.Y.Z')
    .requiredOption('--inbox <bucket>', 'an output of the stack of the next pipeline')
    .option('--dry-run', 'only say whether it could be')
    .option('--json', 'print the packages as JSON')
    .option('--profile <name>', 'of ~/.aws/config')
    .option('--region <region>', 'of the inbox (default: AWS_REGION, or us-east-1)')
    .addHelpText('after', help + exitCodesHelp)
    .action((release: string, options: PromoteOptions) =>
      refusedInOneLine(async () => finish(await promote(release.replace(/^release-/, ''), options, io))),
    );
}

async function promote(version: string, options: PromoteOptions, io: Io): Promise<number> {
  const promotion = promotionOf(io.folder, version);
  const problems = promotionProblems(promotion);
  for (const problem of problems) io.err(`release: ${problem}\n`);
  if (problems.length > 0) return exitCodes.failed;
  const entries = packAll(findProjects(io.folder), join(io.folder, packagesFolder));
  const answers = answersTo(io, options);
  for (const { typeName, version: number, sha256 } of entries)
    answers.add({ typeName, version: number, sha256 }, `${typeName} ${number} ${sha256.slice(0, 12)}\n`);
  if (!options.dryRun) {
    await send(version, promotion, options, io);
    answers.note(
      `release-${version} is in ${options.inbox}; push the tag: git push origin release-${version}\n`,
    );
  }
  answers.end();
  return exitCodes.passed;
}

/** The tag last: a release that did not arrive is promoted again. */
async function send(version: string, promotion: Promotion, options: PromoteOptions, io: Io): Promise<void> {
  const { account } = await accountOf(options);
  await account.packages.put(options.inbox, releaseKey, releaseArchive(io.folder, packagesFolder));
  tagRelease(io.folder, version, notesOf(promotion.changelog, version) ?? version);
}
