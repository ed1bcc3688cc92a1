/**
 * Stands where Lambda's runtime does: loads the bundle, waits for one event on standard input, calls the bundle's
 * handler, writes one line of JSON to file descriptor 3 and ends the process.
 */
const { readFileSync, writeSync } = require('node:fs');
const { loadBundle } = require('./sandbox/bundle.cjs');
const { openConnections } = require('./sandbox/network.cjs');

const clock = globalThis[Symbol.for('cutover.clock')];
const [, , bundle, cacheFile] = process.argv;

function end(result) {
  writeSync(3, JSON.stringify({ ...result, sleptMs: clock.now - clock.startedAt }));
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

async function main() {
  const { exports, keepCompiled } = loadBundle(bundle, cacheFile);
  // Waits with the event loop at rest, so that loading ahead of time cannot set anything in motion.
  const turn = readFileSync(0, 'utf8');
  // Nobody needed this process.
  if (!turn) process.exit(0);
  const { now, event, handler = 'entrypoint' } = JSON.parse(turn);
  clock.restart(now);
  const answer = await exports[handler](event, contextOf(event));
  keepCompiled();
  end({ kind: 'answered', event: answer });
}

main().catch((error) => end({ kind: 'crashed', reason: error?.stack ?? String(error) }));
