import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** Modules that are most of a bundle and that hardly any turn asks for. */
const rarelyAsked = /^recheck\/lib\/browser\.js$/;

/**
 * Keeps such a module deflated in the bundle, and unpacks it for whoever asks: a bundle is stored as it is and parsed as a
 * whole, so its bytes cost at every start. Deflated by fflate, which gives the same bytes with every version of Node.
 */
export const rareModulesDeflated = {
  name: 'rare-modules-deflated',
  setup(build) {
    build.onResolve({ filter: rarelyAsked }, ({ path, resolveDir }) => ({
      path: createRequire(`${resolveDir}/`).resolve(path),
      namespace: 'deflated',
    }));
    build.onLoad({ filter: /.*/, namespace: 'deflated' }, async ({ path }) => {
      const { deflateSync } = await import('fflate');
      const deflated = Buffer.from(deflateSync(readFileSync(path), { level: 9 })).toString('base64');
      return {
        contents: `
const source = require('node:zlib').inflateRawSync(Buffer.from('${deflated}', 'base64')).toString();
new Function('module', 'exports', source)(module, exports);`,
        loader: 'js',
      };
    });
  },
};
