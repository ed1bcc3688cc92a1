// `npm run bench`: builds, then compares this project's moving parts with named peers; what is measured is in src/.
import { createRequire } from 'node:module';
import { parseArgs } from 'node:util';
import { make } from '../scripts/lib/bundles.mjs';
import { checkNode, installPackages } from '../scripts/lib/dependencies.mjs';
import { inRoot } from '../scripts/lib/repository.mjs';
import { main, run, StepFailed } from '../scripts/lib/run.mjs';
import { benchBundle } from './bundle.mjs';

const HELP = `Compares the local AWS and the redirect rules with named peers, in turns (A B A B), and prints the medians.

Usage: npm run bench -- [--json] [--quick]

  --json   one JSON document {node, processor, cores, rows: [{name, unit, ours, peer, against, ratio}]}
  --quick  a smoke run: few rounds, and nothing that takes seconds; its figures mean nothing

A ratio is ours divided by the peer's. bench/README.md says what each row means.
`;

const options = {
  json: { type: 'boolean', default: false },
  quick: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
};

await main(async () => {
  const { json, quick, help } = optionsIn(process.argv.slice(2));
  if (help) return process.stdout.write(HELP);
  checkNode();
  if (!installPackages())
    run(process.execPath, [inRoot('scripts', 'build.mjs')], { stdio: ['ignore', 'ignore', 'inherit'] });
  await make(await import('esbuild'), benchBundle);
  const { bench } = createRequire(import.meta.url)(benchBundle.outfile);
  await bench({ json, quick, print: (text) => process.stdout.write(text) });
});

function optionsIn(args) {
  try {
    return parseArgs({ args, options }).values;
  } catch (error) {
    if (!error.code?.startsWith('ERR_PARSE_ARGS')) throw error;
    throw new StepFailed(`${error.message}\n\n${HELP}`, 2);
  }
}
