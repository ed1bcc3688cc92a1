import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { schemaOf } from './registry-schema.mjs';
import { exitCodeOf, StepFailed } from './run.mjs';

/** Files of a type folder that are made from its schema, which may be made itself. */
const GENERATED = ['src/models.ts', 'resource-role.yaml'];

/**
 * Runs `cfn generate` on a copy: in the folder itself it would delete docs/ and write there.
 * @returns what the generated files ought to hold, by path below the type folder.
 */
export function generate(cfn, typeFolder) {
  const copy = mkdtempSync(join(tmpdir(), 'cutover-generate-'));
  try {
    mkdirSync(join(copy, 'src'));
    for (const file of ['.rpdk-config', `${basename(typeFolder)}.json`]) {
      if (!existsSync(join(typeFolder, file))) throw new StepFailed(`${basename(typeFolder)} has no ${file}`);
    }
    const schema = schemaOf(typeFolder);
    copyFileSync(join(typeFolder, '.rpdk-config'), join(copy, '.rpdk-config'));
    writeFileSync(join(copy, schema.path), schema.forModels);
    if (exitCodeOf(cfn, ['generate'], { cwd: copy, stdio: ['ignore', 'ignore', 'inherit'] }) !== 0) {
      throw new StepFailed(`cfn generate failed for ${basename(typeFolder)}; see above`);
    }
    const made = schema.text === undefined ? [] : [{ path: schema.path, text: schema.text }];
    return [
      ...made,
      ...GENERATED.map((path) => ({ path, text: mend(path, readFileSync(join(copy, path), 'utf8')) })),
    ];
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

/**
 * Plugin 1.0.2 writes for class-transformer 0.3: there a transform took two arguments, in 0.5.1 it takes one object
 * with both (mended upstream, not released). `constructor` as a member breaks the types of the library 1.0.6.
 */
function mend(path, text) {
  if (!path.endsWith('models.ts')) return text;
  return `// @ts-nocheck: generated for a laxer compiler than ours\n${text}`
    .replace(/\(value: any, obj: any\) =>/g, '({ value, obj }) =>')
    .replace(/^.*\['constructor'\]: typeof.*\n/gm, '');
}
