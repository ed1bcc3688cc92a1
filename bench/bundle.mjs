import { bundles } from '../scripts/lib/bundles.mjs';
import { inRoot } from '../scripts/lib/repository.mjs';

/** Bundled as the command line is, with the same files beside it for the processes that it starts. */
const cli = bundles().find(({ name }) => name === 'cutover');

export const benchBundle = {
  ...cli,
  name: 'bench',
  entry: inRoot('bench', 'src', 'bench.ts'),
  outfile: inRoot('bench', 'dist', 'bench.cjs'),
};
