import { setFlagsFromString } from 'node:v8';
import { processIo } from './io';
import { main } from './main';

// A reader that has seen enough, such as `head`, ends the command: nobody is left to tell more.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

const words = process.argv.slice(2);

// V8 compiles again, for speed, what has run for a while; with this figure fifteen times as long. A contract suite waits for
// each answer of its AWS in turn and ends before that pays: it takes a sixth less of this process's time.
if (words[0] === 'contract') setFlagsFromString('--interrupt-budget=1000000');

// An exit code, not process.exit(): what is still being written to a pipe must arrive.
main(words, processIo()).then((code) => {
  process.exitCode = code;
});
