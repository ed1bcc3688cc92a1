/**
 * Loads a bundle with V8's compiled code from the last time: a process per turn would compile the same megabyte again
 * and again, which is most of a turn's wall time. A cache that does not fit the bundle is rejected by V8 and rewritten.
 */
const { existsSync, readFileSync, renameSync, writeFileSync } = require('node:fs');
const Module = require('node:module');
const { dirname } = require('node:path');
const { Script } = require('node:vm');

function loadBundle(file, cacheFile) {
  const cachedData = existsSync(cacheFile) ? readFileSync(cacheFile) : undefined;
  const script = new Script(Module.wrap(readFileSync(file, 'utf8')), { filename: file, cachedData });
  const module = new Module(file);
  module.filename = file;
  module.paths = Module._nodeModulePaths(dirname(file));
  script
    .runInThisContext()
    .call(module.exports, module.exports, Module.createRequire(file), module, file, dirname(file));
  const isCached = cachedData && !script.cachedDataRejected;
  return { exports: module.exports, keepCompiled: isCached ? () => {} : () => writeCache(cacheFile, script) };
}

/** Called after the turn, so that what it compiled on the way is in it; renamed, so that nobody reads half of it. */
function writeCache(cacheFile, script) {
  const partial = `${cacheFile}.${process.pid}`;
  writeFileSync(partial, script.createCachedData());
  renameSync(partial, cacheFile);
}

module.exports = { loadBundle };
