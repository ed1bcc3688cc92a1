import { processIo } from './io';
import { main } from './main';

// A reader that has seen enough, such as `head`, ends the command: nobody is left to tell more.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

// An exit code, not process.exit(): what is still being written to a pipe must arrive.
main(process.argv.slice(2), processIo()).then((code) => {
  process.exitCode = code;
});
