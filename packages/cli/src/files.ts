import { readFileSync, writeFileSync } from 'node:fs';
import type { JsonObject } from '@cutover/distribution-copy';
import { UserError } from './user-error';

/** @throws UserError when there is none, or it cannot be read */
export function readTextFile(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new UserError(`${file}: ${because(error, 'read')}`);
  }
}

/** @throws UserError when it is no JSON object */
export function readJsonFile(file: string): JsonObject {
  const text = readTextFile(file);
  try {
    const document: unknown = JSON.parse(text);
    if (typeof document === 'object' && document !== null && !Array.isArray(document))
      return document as JsonObject;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new UserError(`${file}: not JSON: ${error.message}; use --output json with the AWS CLI`);
  }
  throw new UserError(`${file}: must be a JSON object, as the AWS CLI prints it`);
}

/** @throws UserError when it cannot be written there */
export function writeTextFile(file: string, text: string): void {
  try {
    writeFileSync(file, text);
  } catch (error) {
    throw new UserError(`${file}: ${because(error, 'written')}`);
  }
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file or folder',
  EISDIR: 'is a folder; name a file',
  EACCES: 'is not yours to open; look at its permissions',
};

/** @throws what is no matter of files */
function because(error: unknown, done: string): string {
  const code = (error as NodeJS.ErrnoException).code;
  const reason = code === undefined ? undefined : reasons[code];
  if (reason === undefined) throw error;
  return `cannot be ${done}: ${reason}`;
}
