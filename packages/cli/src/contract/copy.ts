import { copyFileSync, mkdirSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { InputSet } from './inputs';
import type { TypeProject } from './project';

/**
 * Copies what the suite reads of a project: in the folder itself it would run all sets in a row, stop at the first that
 * fails, take inputs_10 for a file of inputs_1, and append to rpdk.log.
 */
export function copyProject({ folder }: TypeProject, { number, files }: InputSet, to: string): void {
  const atTheTop = readdirSync(folder).filter((name) => name === '.rpdk-config' || name.endsWith('.json'));
  for (const name of atTheTop) copyFileSync(join(folder, name), join(to, name));
  if (files.length > 0) mkdirSync(join(to, 'inputs'));
  for (const file of files) {
    const name = basename(file).replace(`inputs_${number}_`, 'inputs_1_');
    copyFileSync(join(folder, file), join(to, 'inputs', name));
  }
}
