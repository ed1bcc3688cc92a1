const { AsyncLocalStorage } = require('node:async_hooks');
const vm = require('node:vm');
const { TestEnvironment } = require('jest-environment-node');

/** By file name: jest compiles a module anew for each test file, which was a third of what a run took. */
const compiled = new Map();

/** The same functions as compileFunction gives, in the context of the test file, of a script that all of them share. */
function compileOnce(code, parameters, { filename, parsingContext }) {
  const head = `(function (${parameters.join()}) {`;
  let known = compiled.get(filename);
  if (known?.code !== code || known.head !== head) {
    const script = new vm.Script(`${head}${code}\n})`, { filename, columnOffset: -head.length });
    known = { code, head, script };
    compiled.set(filename, known);
  }
  return known.script.runInContext(parsingContext);
}

/**
 * Jest opens one for each test file and never closes it, and on Node 20 every promise walks all that are open: after a
 * hundred test files a walk of worlds took 54 s that takes 15 s in a new worker.
 */
const opened = new Set();

// What jest offers no setting for. Its own calls are those with a context; nobody else has one to compile for.
const { compileFunction } = vm;
vm.compileFunction = (code, parameters, options) =>
  options?.parsingContext === undefined
    ? compileFunction(code, parameters, options)
    : compileOnce(code, parameters, options);

const { run } = AsyncLocalStorage.prototype;
AsyncLocalStorage.prototype.run = function (...args) {
  opened.add(this);
  return run.apply(this, args);
};

/** Jest's environment for Node, of which a worker keeps less to look through and more that it can use again. */
module.exports = class extends TestEnvironment {
  async teardown() {
    await super.teardown();
    for (const storage of opened) storage.disable();
    opened.clear();
  }
};
