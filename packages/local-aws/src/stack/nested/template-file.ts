import { readFileSync } from 'node:fs';

/** The text of a template on this machine; undefined when there is no such file. */
export function readTemplateFile(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== 'ENOENT' && code !== 'ENOTDIR' && code !== 'EISDIR') throw error;
    return undefined;
  }
}
