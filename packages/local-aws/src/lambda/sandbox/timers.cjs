/** setTimeout and its family over a virtual clock: kept in a list, fired by whoever moves the clock. */
const { promisify } = require('node:util');

function createTimers(now) {
  const waiting = new Map();
  let asked = 0;

  class Timer {
    constructor(run, ms, repeats) {
      this.id = ++asked;
      this.run = run;
      this.ms = Math.max(1, Number(ms) || 1);
      this.repeats = repeats;
      this.refresh();
    }
    refresh() {
      this.at = now() + this.ms;
      waiting.set(this.id, this);
      return this;
    }
    // On Lambda the process does not end while a handler runs, so an unreferenced timer fires like any other.
    ref() {
      return this;
    }
    unref() {
      return this;
    }
    hasRef() {
      return true;
    }
    close() {
      waiting.delete(this.id);
      return this;
    }
    fire() {
      if (this.repeats) this.refresh();
      this.run();
    }
    [Symbol.toPrimitive]() {
      return this.id;
    }
  }

  const clear = (timer) => {
    waiting.delete(typeof timer === 'object' ? timer?.id : Number(timer));
  };
  const setTimeout = (run, ms, ...args) => new Timer(() => run(...args), ms, false);
  const setInterval = (run, ms, ...args) => new Timer(() => run(...args), ms, true);
  const wait = (ms, value, { signal } = {}) =>
    new Promise((resolve, reject) => {
      signal?.throwIfAborted();
      const timer = setTimeout(resolve, ms, value);
      signal?.addEventListener('abort', () => {
        timer.close();
        reject(signal.reason);
      });
    });
  setTimeout[promisify.custom] = wait;

  /** The timer that is due first; of several, the one that was asked for first. */
  const takeEarliest = () => {
    let earliest;
    for (const timer of waiting.values()) if (!earliest || timer.at < earliest.at) earliest = timer;
    if (earliest) waiting.delete(earliest.id);
    return earliest;
  };

  return {
    callbacks: { setTimeout, setInterval, clearTimeout: clear, clearInterval: clear },
    promises: { setTimeout: wait },
    takeEarliest,
    clear: () => waiting.clear(),
  };
}

module.exports = { createTimers };
