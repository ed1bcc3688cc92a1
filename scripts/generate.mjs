// `npm run generate`: rebuilds and mends what is made from a type's schema. With --check: only says what is stale.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { generate } from './lib/models.mjs';
import { typeFolders } from './lib/repository.mjs';
import { main, StepFailed } from './lib/run.mjs';
import { preparePython, pythonTool } from './python.mjs';

const textOf = (path) => (existsSync(path) ? readFileSync(path, 'utf8') : undefined);

await main(() => {
  preparePython();
  const check = process.argv.includes('--check');
  const stale = typeFolders().flatMap((folder) =>
    generate(pythonTool('cfn'), folder)
      .filter(({ path, text }) => textOf(join(folder, path)) !== text)
      .map((file) => ({ ...file, folder })),
  );
  for (const { folder, path, text } of check ? [] : stale) writeFileSync(join(folder, path), text);
  const names = stale.map(({ folder, path }) => `${basename(folder)}/${path}`).join(', ');
  if (check && stale.length > 0)
    throw new StepFailed(`${names}: older than the schema; run \`npm run generate\``);
  console.log(stale.length === 0 ? 'Generated files are up to date.' : `Written: ${names}`);
});
