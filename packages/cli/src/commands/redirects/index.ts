import { Command } from 'commander';
import type { Io } from '../../io';
import { answerCommand } from './answer';
import { certificatesCommand } from './certificates';
import { checkCommand } from './check';
import { compileCommand } from './compile';
import { costCommand } from './cost';
import { deployCommand } from './deploy';
import { diffCommand } from './diff';
import { domainsCommand } from './domains';
import { exitCodesOf } from './exit-codes';
import { importCommand } from './import';
import { serveCommand } from './serve';
import { showCommand } from './show';
import { testCommand } from './test';

const example = `
Example:
  $ cutover redirects check rules.yml
`;

/** Rules that answer requests with redirects. Only `deploy` needs AWS. */
export function redirectsCommand(io: Io, finish: (exitCode: number) => void): Command {
  const group = new Command('redirects')
    .description('Write, check, try, compile and deploy rules for redirects.')
    .addHelpText('after', example + exitCodesOf('the command says what'));
  const commands = [
    importCommand(io, finish),
    showCommand(io),
    checkCommand(io, finish),
    testCommand(io, finish),
    answerCommand(io, finish),
    diffCommand(io, finish),
    domainsCommand(io),
    certificatesCommand(io),
    compileCommand(io, finish),
    serveCommand(io),
    deployCommand(io, finish),
    costCommand(io),
  ];
  for (const command of commands) group.addCommand(command);
  return group;
}
