/**
 * Loads a bundle with V8's compiled code from the last time: each new process would compile the same megabyte again,
 * which is most of the wall time of a cold start. A cache that does not fit the bundle is rejected by V8 and rewritten.
 */
const { existsSync, readFileSync, renameSync, writeFileSync } = require('node:fs');
const Module = require('node:module');
const { dirname } = require('node:path');
const { Script, constants } = require('node:vm');

function loadBundle(file, cacheFile) {
  const source = readFileSync(file, 'utf8');
  // Node 20 forgets with compiled code from a cache that the script may import: such a bundle is compiled each time.
  // One that only speaks of `import()`, in a message, is none.
  const mayCache = !/\bimport\((?!\))/.test(source);
  const cachedData = mayCache && existsSync(cacheFile) ? readFileSync(cacheFile) : undefined;
  const script = new Script(Module.wrap(source), {
    filename: file,
    cachedData,
    importModuleDynamically: constants?.USE_MAIN_CONTEXT_DEFAULT_LOADER,
  });
  const module = new Module(file);
  module.filename = file;
  module.paths = Module._nodeModulePaths(dirname(file));
  script
    .runInThisContext()
    .call(module.exports, module.exports, Module.createRequire(file), module, file, dirname(file));
  let isCached = !mayCache || (cachedData && !script.cachedDataRejected);
  const keepCompiled = () => {
    if (!isCached) writeCache(cacheFile, script);
    isCached = true;
  };
  return { exports: module.exports, keepCompiled };
}

/** Called after a turn, so that what it compiled on the way is in it; renamed, so that nobody reads half of it. */
function writeCache(cacheFile, script) {
  const partial = `${cacheFile}.${process.pid}`;
  writeFileSync(partial, script.createCachedData());
  renameSync(partial, cacheFile);
}

module.exports = { loadBundle };
