/**
 * A clock that stands still while anything is in flight, and jumps to the earliest timer when nothing is.
 *
 * No call is counted: virtual timers hold no handle of the event loop, so the loop runs dry exactly when no socket, no
 * look-up and no file access is under way, and node says so with `beforeExit`. (Idle connections of an Agent are
 * unreferenced and do not count.) A connection that is held open and never answered would keep the loop waiting; when no
 * byte has moved for `stalledMs` on the wall, time goes on all the same, so that the caller's own timeout can strike.
 */
const { createTimers } = require('./timers.cjs');
const { bytesMoved } = require('./network.cjs');

const stalledMs = 2000;

/**
 * @param settings `now` and `limitMs` of the turn
 * @returns the clock; the runner restarts it when a turn's event comes, and gives it `onTimeout` (the limit is over)
 *   and `onStuck` (nothing can ever happen again)
 */
function installClock({ now, limitMs }) {
  const clock = { limitMs, onTimeout: () => {}, onStuck: () => {} };
  const timers = createTimers(() => clock.now);
  const stalls = watchForStalls(() => jump(clock, timers));
  clock.restart = (instant) => {
    Object.assign(clock, { startedAt: instant, now: instant });
    timers.clear();
    stalls.forget();
  };
  clock.restart(now);
  replaceDate(clock);
  replaceTimers(timers);
  process.on('beforeExit', () => {
    if (!jump(clock, timers)) clock.onStuck();
    // What the timer set in motion may be another virtual timer, which the loop does not see: keep it turning.
    setImmediate(() => {});
  });
  return clock;
}

/** Moves the clock to the timer that is due first and fires it. @returns whether there was one */
function jump(clock, timers) {
  const due = timers.takeEarliest();
  if (!due) return false;
  clock.now = Math.max(clock.now, due.at);
  if (clock.now - clock.startedAt >= clock.limitMs) clock.onTimeout();
  else due.fire();
  return true;
}

/**
 * With a timer of the wall, unreferenced, so that it never keeps the loop from running dry.
 * @returns what lets it forget the time that the process was frozen, in which no byte could move
 */
function watchForStalls(onStall) {
  let seen = -1;
  setInterval(() => {
    const moved = bytesMoved();
    if (moved === seen) onStall();
    seen = moved;
  }, stalledMs).unref();
  const forget = () => {
    seen = -1;
  };
  return { forget };
}

function replaceDate(clock) {
  const RealDate = Date;
  const now = () => clock.now;
  // A proxy, not a subclass: `instanceof`, the statics and Date() without `new` stay as they are.
  globalThis.Date = new Proxy(RealDate, {
    construct: (target, args, newTarget) =>
      Reflect.construct(target, args.length ? args : [clock.now], newTarget),
    apply: () => new RealDate(clock.now).toString(),
    get: (target, name, receiver) => (name === 'now' ? now : Reflect.get(target, name, receiver)),
  });
  RealDate.prototype.constructor = globalThis.Date;
  performance.now = () => clock.now - clock.startedAt;
}

function replaceTimers(timers) {
  const modules = [globalThis, require('node:timers')];
  for (const place of modules) Object.assign(place, timers.callbacks);
  Object.assign(require('node:timers/promises'), timers.promises);
  AbortSignal.timeout = (ms) => {
    const controller = new AbortController();
    const reason = () => new DOMException('The operation was aborted due to timeout', 'TimeoutError');
    timers.callbacks.setTimeout(() => controller.abort(reason()), ms);
    return controller.signal;
  };
}

module.exports = { installClock };
