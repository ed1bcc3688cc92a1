// Waits as the runtime library does, and tells what time it was before and after.
const { setTimeout: wait } = require('node:timers/promises');

exports.entrypoint = async (event) => {
  const began = Date.now();
  const order = [];
  const interval = setInterval(() => order.push('interval'), event.everyMs);
  await new Promise((resolve) => setTimeout(resolve, event.waitMs));
  clearInterval(interval);
  await wait(500);
  await require('node:util').promisify(setTimeout)(500);
  return {
    began,
    ended: Date.now(),
    iso: new Date().toISOString(),
    order,
    isDate: new Date(0) instanceof Date,
  };
};
