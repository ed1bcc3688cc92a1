// `npm run explore`: builds, then walks fault points; its own words are in packages/explorer/src/main.ts.
import { checkNode, installPackages } from './lib/dependencies.mjs';
import { inRoot } from './lib/repository.mjs';
import { exitCodeOf, main, run } from './lib/run.mjs';

await main(() => {
  checkNode();
  if (!installPackages())
    run(process.execPath, [inRoot('scripts', 'build.mjs')], { stdio: ['ignore', 'ignore', 'inherit'] });
  const explorer = inRoot('packages', 'explorer', 'dist', 'explore.cjs');
  process.exitCode = exitCodeOf(process.execPath, [explorer, ...process.argv.slice(2)]);
});
