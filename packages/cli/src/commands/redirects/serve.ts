import { Command } from 'commander';
import type { Io } from '../../io';
import { startRedirectServer } from '../../redirects/serve/server';
import { portOption } from '../options';
import { exitCodesOf } from './exit-codes';

const help = `
The page lists the rules, tries a URL, and shows which rule answered and why. Every other host is answered by the rules,
as its Host header says; in a browser, HOST.localhost stands for HOST. The rules are read again when the file changes.
Until the rules say otherwise, cache-control: no-store is added, for browsers keep a 301; x-redirect-rule names the rule.

Examples:
  $ cutover redirects serve --port 8080 rules.yml
  $ curl -i -H 'Host: a.example.com' http://127.0.0.1:8080/path
  $ curl -i -x 127.0.0.1:8080 http://a.example.com/path
`;

export function serveCommand(io: Io): Command {
  return new Command('serve')
    .description('Answer by the rules on loopback, for a browser, with a page to try them; ends with Ctrl-C.')
    .argument('<rules>', 'a rule file')
    .option('--port <number>', 'the port on 127.0.0.1; 0 takes a free one', portOption, 8080)
    .option('--json', 'print one JSON line {port, page} when it is ready')
    .addHelpText('after', help + exitCodesOf())
    .action(async (file: string, options: { port: number; json?: boolean }) => {
      const server = await startRedirectServer(file, options.port, Date.now);
      const page = `http://127.0.0.1:${server.port}/`;
      io.out(options.json ? `${JSON.stringify({ port: server.port, page })}\n` : `The page is at ${page}\n`);
      await untilSignal();
      await server.stop();
    });
}

const untilSignal = (): Promise<void> =>
  new Promise((resolve) => {
    const end = (): void => {
      process.off('SIGINT', end).off('SIGTERM', end);
      resolve();
    };
    process.on('SIGINT', end).on('SIGTERM', end);
  });
