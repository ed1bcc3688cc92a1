/**
 * What CloudFront puts around a function, in the language that all three engines have (njs 0.7.9 is the narrowest):
 * the KeyValueStore, a clock that stands still, the log, and what the handler answered as JSON.
 *
 * `host` is the engine's: `invocation(index)` and `lookup(key)` hand in texts, `emit(index, json)` takes the result,
 * `require(name)` gives a built-in module, `rounds` says how often to run each invocation. No async function is used
 * here: njs copies their frames at the first await.
 */
export const harness = `(function (global, host, logBytes) {
  'use strict';
  var RealDate = global.Date;
  var state = { now: RealDate.now(), logs: [], logged: 0, keys: [] };

  function FrozenDate(year, month, day, hours, minutes, seconds, milliseconds) {
    if (!(this instanceof FrozenDate)) { return new RealDate(state.now).toString(); }
    if (arguments.length === 0) { return new RealDate(state.now); }
    if (arguments.length === 1) { return new RealDate(year); }
    return new RealDate(year, month, day === undefined ? 1 : day, hours || 0, minutes || 0, seconds || 0,
      milliseconds || 0);
  }
  FrozenDate.prototype = RealDate.prototype;
  FrozenDate.now = function () { return state.now; };
  FrozenDate.parse = RealDate.parse;
  FrozenDate.UTC = RealDate.UTC;
  global.Date = FrozenDate;

  function shown(value) {
    if (typeof value === 'string') { return value; }
    if (value instanceof Error) { return String(value); }
    var json = JSON.stringify(value);
    return json === undefined ? String(value) : json;
  }
  function log() {
    var words = [];
    for (var i = 0; i < arguments.length; i++) { words.push(shown(arguments[i])); }
    var line = words.join(' ').slice(0, logBytes - state.logged);
    if (state.logged < logBytes) { state.logs.push(line); }
    state.logged += line.length;
  }
  global.console = { log: log, error: log, warn: log, info: log, debug: log };

  function read(key) { state.keys.push(String(key)); return host.lookup(String(key)); }
  function handled(promise) { promise.then(undefined, function () {}); return promise; }
  function decode(value, format) {
    if (format === 'json') { return JSON.parse(value); }
    if (format === 'bytes') { return global.Buffer.from(value); }
    if (format === undefined || format === 'string') { return value; }
    throw new TypeError('there is no format ' + format);
  }
  var kvs = {
    get: function (key, options) {
      var value = read(key);
      try {
        if (value === undefined) { throw new Error('KeyNotFound: ' + key); }
        return Promise.resolve(decode(value, options === undefined ? undefined : options.format));
      } catch (error) {
        return handled(Promise.reject(error));
      }
    },
    exists: function (key) { return Promise.resolve(read(key) !== undefined); },
    meta: function () {
      var at = new RealDate(0).toISOString();
      return Promise.resolve({ creationDateTime: at, lastUpdatedDateTime: at, keyCount: host.keyCount });
    },
  };
  var cloudfront = { kvs: function () { return kvs; } };

  var modules = { crypto: 1, querystring: 1, buffer: 1 };
  var builtIn = host.require;
  global.require = function (name) {
    if (modules[name] !== 1) { throw new Error('Cannot find module "' + name + '"'); }
    return builtIn(name);
  };

  function prepare(text) {
    var invocation = JSON.parse(text);
    state.now = invocation.now;
    if (!invocation.withoutRawQueryString && invocation.event.request) {
      Object.defineProperty(invocation.event.request, 'rawQueryString', {
        value: function () { return invocation.rawQueryString; },
      });
    }
    return invocation.event;
  }
  function wordsOf(error) {
    return error instanceof Error ? error.name + ': ' + error.message : 'thrown: ' + shown(error);
  }

  function run(handler, index, settled) {
    var text = host.invocation(index), events = [], round = 0, rounds = host.rounds;
    for (var i = 0; i < rounds; i++) { events.push(prepare(text)); }
    var started = RealDate.now();
    function finish(fields) {
      fields.keys = state.keys;
      fields.logs = state.logs;
      if (host.countsSteps) { fields.steps = global.__cutoverSteps; }
      if (rounds > 1) { fields.microseconds = (RealDate.now() - started) * 1000 / rounds; }
      var json;
      try {
        json = JSON.stringify(fields);
      } catch (error) {
        json = JSON.stringify({ thrown: wordsOf(error), keys: state.keys, logs: state.logs });
      }
      host.emit(index, json);
      settled();
    }
    function failed(error) { finish({ thrown: wordsOf(error) }); }
    function took(output) {
      if (round < rounds) { next(); } else { finish({ output: output === undefined ? null : output }); }
    }
    function next() {
      for (;;) {
        var output, isPromise = false;
        state.keys = [];
        state.logs = [];
        state.logged = 0;
        global.__cutoverSteps = 0;
        try {
          if (typeof handler !== 'function') { throw new TypeError('there is no function handler'); }
          output = handler(events[round++]);
          isPromise = output !== null && typeof output === 'object' && typeof output.then === 'function';
        } catch (error) {
          failed(error);
          return;
        }
        if (isPromise) { output.then(took, failed); return; }
        if (round === rounds) { took(output); return; }
      }
    }
    next();
  }

  function drive(handler, from, to) {
    if (from < to) { run(handler, from, function () {
      Promise.resolve().then(function () { drive(handler, from + 1, to); });
    }); }
  }
  return { cloudfront: cloudfront, drive: drive };
})`;
