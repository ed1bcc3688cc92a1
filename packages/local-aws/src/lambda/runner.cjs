/**
 * Stands where Lambda's runtime does: loads the bundle, waits for an event on standard input, calls the bundle's
 * handler, writes one line of JSON to file descriptor 3 and waits for the next event. A handler that does not come to
 * an answer ends the process.
 */
const { readSync, writeSync } = require('node:fs');
const { loadBundle } = require('./sandbox/bundle.cjs');
const { openConnections } = require('./sandbox/network.cjs');

const clock = globalThis[Symbol.for('cutover.clock')];
const [, , bundle, cacheFile] = process.argv;

/** Ends what this turn has written on each stream, so that the reader need not wait for the end of the process. */
const mark = '\0';

function tell(result) {
  for (const output of [1, 2]) writeSync(output, mark);
  writeSync(3, JSON.stringify({ ...result, sleptMs: clock.now - clock.startedAt }) + mark);
}

function end(result) {
  tell(result);
  process.exit(0);
}

clock.onTimeout = () => end({ kind: 'timeout' });
clock.onStuck = () =>
  end({ kind: 'crashed', reason: 'The handler never answers: nothing is in flight and no timer runs.' });
process.once('SIGTERM', () => {
  const open = openConnections().join(', ') || 'no connection';
  end({ kind: 'crashed', reason: `The handler did not end; it has open: ${open}.` });
});

/** What a handler may ask of its invocation. */
function contextOf(event) {
  return {
    awsRequestId: event.bearerToken,
    functionName: 'TypeFunction',
    functionVersion: '$LATEST',
    memoryLimitInMB: '256',
    getRemainingTimeInMillis: () => clock.limitMs - (clock.now - clock.startedAt),
  };
}

/**
 * A line of standard input; none when nobody needs this process any more. It waits with the event loop at rest, as
 * Lambda freezes a process between two calls: nothing that a turn has left behind goes on before the next one.
 */
function nextTurn() {
  const chunks = [];
  const buffer = Buffer.alloc(65_536);
  for (;;) {
    const length = readSync(0, buffer);
    if (length === 0) return '';
    chunks.push(Buffer.from(buffer.subarray(0, length)));
    if (buffer[length - 1] === newline) return Buffer.concat(chunks).toString();
  }
}

const newline = 10;

async function main() {
  const { exports, keepCompiled } = loadBundle(bundle, cacheFile);
  for (let turn = nextTurn(); turn; turn = nextTurn()) {
    const { now, event, handler = 'entrypoint' } = JSON.parse(turn);
    clock.restart(now);
    const answer = await exports[handler](event, contextOf(event));
    keepCompiled();
    tell({ kind: 'answered', event: answer });
  }
  process.exit(0);
}

main().catch((error) => end({ kind: 'crashed', reason: error?.stack ?? String(error) }));
