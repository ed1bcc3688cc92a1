// Puts the function's code into the program: src/layout/function/handler.js into handler-code.ts beside it, without
// lines that are comments only. A test says when it is due.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = join(dirname(fileURLToPath(import.meta.url)), '..', 'src', 'layout', 'function');
const lines = readFileSync(join(folder, 'handler.js'), 'utf8')
  .split('\n')
  .filter((line) => !/^ *\/\//.test(line));
const file = join(folder, 'handler-code.ts');
writeFileSync(
  file,
  `// Made of handler.js by scripts/embed-handler.mjs.
// biome-ignore-all lint: the function's own text
/** The function as it is deployed, for generation 1. */
export const handlerCode = [
${lines.map((line) => `  ${JSON.stringify(line)},`).join('\n')}
].join('\\n');
`,
);
execFileSync('npx', ['biome', 'format', '--write', file], { stdio: ['ignore', 'ignore', 'inherit'] });
