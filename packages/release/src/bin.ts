import { processIo } from './io';
import { main } from './main';

// An exit code, not process.exit(): what is still being written to a pipe must arrive.
main(process.argv.slice(2), processIo()).then((code) => {
  process.exitCode = code;
});
