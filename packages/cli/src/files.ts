import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  readSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname } from 'node:path';
import type { JsonObject } from '@cutover/distribution-copy';
import { UserError } from './user-error';

/** @throws UserError when there is none, or it cannot be read */
export const readTextFile = (file: string): string =>
  orComplain(file, 'read', () => readFileSync(file, 'utf8'));

/**
 * A file as its bytes, and no more of them than this and one: what grows without an end, such as /dev/zero, ends here.
 *
 * @throws UserError when there is none, or it cannot be read
 */
export const readBytes = (file: string, atMost: number): Uint8Array =>
  orComplain(file, 'read', () => {
    const descriptor = openSync(file, 'r');
    try {
      return readFrom(descriptor, atMost + 1);
    } finally {
      closeSync(descriptor);
    }
  });

function readFrom(descriptor: number, atMost: number): Uint8Array {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for (let read = 1; read > 0 && size < atMost; ) {
    const piece = Buffer.alloc(Math.min(atMost - size, 1 << 20));
    read = readSync(descriptor, piece);
    pieces.push(piece.subarray(0, read));
    size += read;
  }
  return Buffer.concat(pieces);
}

/**
 * @param advice what to do about a file that is no JSON, after the reason
 * @throws UserError when there is none, it cannot be read, or it is no JSON
 */
export function parseJson(file: string, advice = ''): unknown {
  const text = readTextFile(file);
  try {
    return JSON.parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new UserError(`${file}: not JSON: ${error.message}${advice}`);
  }
}

/** @throws UserError when it is no JSON object */
export function readJsonFile(file: string): JsonObject {
  const document = parseJson(file, '; use --output json with the AWS CLI');
  if (typeof document === 'object' && document !== null && !Array.isArray(document))
    return document as JsonObject;
  throw new UserError(`${file}: must be a JSON object, as the AWS CLI prints it`);
}

/**
 * A path that cannot be written is told before a run of minutes, not after it.
 * @throws UserError
 */
export function checkWritable(file: string): void {
  const isNew = !existsSync(file);
  orComplain(file, 'written', () => closeSync(openSync(file, 'a')));
  if (isNew) rmSync(file);
}

/** @throws UserError when it cannot be written there */
export const writeTextFile = (file: string, text: string): void =>
  orComplain(file, 'written', () => writeFileSync(file, text));

/** A folder, with those above it, where there is none. @throws UserError */
export const makeFolder = (folder: string): void => orComplain(folder, 'made', () => makeWithParents(folder));

/** One after the other: Node's own `recursive` never ends where a folder takes no others and says ENOENT, as /proc. */
function makeWithParents(folder: string): void {
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return;
  const parent = dirname(folder);
  if (!existsSync(parent)) makeWithParents(parent);
  mkdirSync(folder);
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file or folder',
  EEXIST: 'it is a file; name a folder',
  ENOTDIR: 'a part of the path is no folder',
  EISDIR: 'it is a folder; name a file',
  EACCES: 'its permissions do not let you',
  EPERM: 'the system does not let you',
  EROFS: 'the file system is read-only',
  ENOSPC: 'the disk is full',
};

function orComplain<T>(file: string, done: 'read' | 'written' | 'made', work: () => T): T {
  try {
    return work();
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    const reason = reasons[code];
    if (reason === undefined) throw error;
    const isRefused = done === 'made' && code === 'ENOENT';
    throw new UserError(`${file}: cannot be ${done}: ${isRefused ? 'no folder can be made there' : reason}`);
  }
}
