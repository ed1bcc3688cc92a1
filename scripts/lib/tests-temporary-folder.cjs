const { mkdtempSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');

/** Whatever tests leave in the system's folder for temporary files goes with the run: see tests-temporary-folder-gone.cjs. */
module.exports = () => {
  process.env.TMPDIR = mkdtempSync(join(tmpdir(), 'cutover-tests-'));
};
