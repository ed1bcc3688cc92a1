// `npm start`: sets everything up, then rehearses the article's case. Further words go to the rehearsal.
import { checkNode, installPackages } from './lib/dependencies.mjs';
import { inRoot } from './lib/repository.mjs';
import { exitCodeOf, main, run } from './lib/run.mjs';

await main(() => {
  checkNode();
  if (!installPackages()) run(process.execPath, [inRoot('scripts', 'build.mjs')]);
  const cutover = inRoot('packages', 'cli', 'bin', 'cutover.js');
  const words = ['rehearse', inRoot('examples', 'cross-account'), ...process.argv.slice(2)];
  process.exitCode = exitCodeOf(process.execPath, [cutover, ...words]);
});
