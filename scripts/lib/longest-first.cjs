const { default: Sequencer } = require('@jest/test-sequencer');
const { relative } = require('node:path');
const slow = require('./slow-tests.json');

/**
 * Where jest has measured little yet it begins with the largest files, and one that takes a minute may come last, when
 * the other workers have nothing left to do.
 */
module.exports = class LongestFirst extends Sequencer {
  sort(tests) {
    const sorted = super.sort(tests);
    const unknown = sorted.filter(({ duration }) => duration === undefined);
    if (unknown.length < sorted.length / 2) return sorted;
    return sorted.toSorted((one, other) => placeOf(one) - placeOf(other));
  }
};

function placeOf({ path, context }) {
  const place = slow.indexOf(relative(context.config.rootDir, path));
  return place < 0 ? slow.length : place;
}
