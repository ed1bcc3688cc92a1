// Remembers what it did in this process, and leaves something behind that would go on.
let calls = 0;
let ticks = 0;
const loadedAt = Date.now();

exports.entrypoint = async () => {
  calls++;
  console.log(`call ${calls}`);
  setInterval(() => ticks++, 1000);
  return { calls, ticks, now: Date.now(), loadedAt };
};
