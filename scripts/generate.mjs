// `npm run generate`: rebuilds and mends what is made from a type's schema, and embeds the function of the redirects.
// With --check: only says what is stale.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { embedded, handler } from './lib/handler-code.mjs';
import { generate } from './lib/models.mjs';
import { inRoot, typeFolders } from './lib/repository.mjs';
import { main, run, StepFailed } from './lib/run.mjs';
import { preparePython, pythonTool } from './python.mjs';

const textOf = (path) => (existsSync(path) ? readFileSync(path, 'utf8') : undefined);

await main(() => {
  preparePython();
  const check = process.argv.includes('--check');
  const ofTypes = typeFolders().flatMap((folder) =>
    generate(pythonTool('cfn'), folder).map((file) => ({ ...file, folder })),
  );
  const stale = [...ofTypes, handlerCode()].filter(
    ({ folder, path, text }) => textOf(join(folder, path)) !== text,
  );
  for (const { folder, path, text } of check ? [] : stale) writeFileSync(join(folder, path), text);
  const names = stale.map(({ folder, path }) => `${basename(folder)}/${path}`).join(', ');
  if (check && stale.length > 0)
    throw new StepFailed(`${names}: older than what they are made of; run \`npm run generate\``);
  if (!check) fromSchemas();
  console.log(stale.length === 0 ? 'Generated files are up to date.' : `Written: ${names}`);
});

/** The roles of the release and the construct of an example; tests of packages/release say when they are stale. */
function fromSchemas() {
  const construct = [
    'construct',
    'awscommunity-cloudfront-aliasmigration',
    '--out',
    'examples/cdk/constructs',
  ];
  for (const words of [['roles'], construct])
    run(process.execPath, [inRoot('packages', 'release', 'bin', 'release.js'), ...words]);
}

function handlerCode() {
  const folder = inRoot(handler.folder);
  return { folder, path: handler.path, text: embedded(textOf(join(folder, handler.source))) };
}
