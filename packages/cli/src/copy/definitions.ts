import { readdirSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { CopyProblem, type Definition, definitionIn } from '@cutover/distribution-copy';
import { readJsonFile, readTextFile } from '../files';
import { UserError } from '../user-error';

/**
 * What can be recreated from the files and folders that were given: AWS CLI output (`.json`), and beside it the code
 * of functions (`NAME.js`).
 * @throws UserError for a file that is none of these
 */
export function readDefinitions(paths: readonly string[]): Definition[] {
  const files = paths.flatMap(filesAt);
  const codeFiles = new Map(
    files.filter((file) => file.endsWith('.js')).map((file) => [basename(file, '.js'), file] as const),
  );
  const codeOf = (name: string): string | undefined => {
    const file = codeFiles.get(name);
    return file === undefined ? undefined : readTextFile(file);
  };
  return files.filter((file) => file.endsWith('.json')).map((file) => definitionAt(file, codeOf));
}

function filesAt(path: string): string[] {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat) throw new UserError(`${path}: there is no such file or folder`);
  if (!stat.isDirectory()) return [path];
  return readdirSync(path)
    .sort()
    .map((name) => join(path, name));
}

function definitionAt(file: string, codeOf: (name: string) => string | undefined): Definition {
  try {
    return definitionIn(readJsonFile(file), codeOf);
  } catch (error) {
    if (!(error instanceof CopyProblem)) throw error;
    throw new UserError(`${file}: ${error.message}`);
  }
}
