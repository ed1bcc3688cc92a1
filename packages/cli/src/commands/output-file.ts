import { closeSync, existsSync, openSync, rmSync, writeFileSync } from 'node:fs';
import { UserError } from '../user-error';

/** A file that the person at the keyboard has named, and the option that named it. */
export interface OutputFile {
  readonly option: string;
  readonly file: string;
}

/** A path that cannot be written is told before a run of minutes, not after it. */
export function checkWritable(output: OutputFile): void {
  const isNew = !existsSync(output.file);
  orComplain(output, () => closeSync(openSync(output.file, 'a')));
  if (isNew) rmSync(output.file);
}

export const writeOutput = (output: OutputFile, text: string): void =>
  orComplain(output, () => writeFileSync(output.file, text));

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such folder',
  ENOTDIR: 'a part of the path is no folder',
  EISDIR: 'it is a folder',
  EACCES: 'you may not write there',
  EROFS: 'nothing can be written there',
  ENOSPC: 'the disk is full',
};

function orComplain({ option, file }: OutputFile, write: () => void): void {
  try {
    write();
  } catch (error) {
    const why = reasons[(error as NodeJS.ErrnoException).code ?? ''];
    if (why === undefined) throw error;
    throw new UserError(`${option} ${file}: cannot be written: ${why}; name another file`);
  }
}
