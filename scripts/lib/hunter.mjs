// A thread that walks one built explorer after the other: in processes, each would load npm's packages for itself, which
// takes longer than most of them take to find their bug.
import { createRequire } from 'node:module';
import { parentPort } from 'node:worker_threads';

const require = createRequire(import.meta.url);

parentPort.on('message', async ({ explorer, args }) => {
  const { main } = require(explorer);
  let printed = '';
  await main(args, (text) => (printed += text), Date.now);
  parentPort.postMessage(printed);
});
