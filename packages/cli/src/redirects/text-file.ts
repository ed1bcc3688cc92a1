import { isUtf8 } from 'node:buffer';
import { readBytes } from '../files';
import { UserError } from '../user-error';

const maxMegabytes = 64;
const lineFeed = 10;

/**
 * Another engine's file as text.
 *
 * @throws UserError when it cannot be read, is too large or no UTF-8
 */
export function importedText(file: string): string {
  const bytes = readBytes(file, maxMegabytes * 1024 * 1024);
  if (bytes.length > maxMegabytes * 1024 * 1024)
    throw new UserError(`${file}: is larger than ${maxMegabytes} MB; divide it into several sets`);
  if (!isUtf8(bytes))
    throw new UserError(`${file}:${firstBadLine(bytes)}: its bytes are no UTF-8; save the file as UTF-8`);
  return Buffer.from(bytes).toString('utf8');
}

function firstBadLine(bytes: Uint8Array): number {
  let from = 0;
  for (let number = 1; ; number += 1) {
    const end = bytes.indexOf(lineFeed, from);
    if (end < 0 || !isUtf8(bytes.subarray(from, end))) return number;
    from = end + 1;
  }
}
