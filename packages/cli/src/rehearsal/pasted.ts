import { join } from 'node:path';
import { AwsFailure } from '@cutover/local-aws';
import { parseJson } from '../files';
import { UserError } from '../user-error';
import type { PastedFile, Setting } from './rehearsal';

/**
 * A file with what the AWS CLI printed.
 * @param key the member that the named command's output has at its top
 * @throws UserError
 */
export function readPasted(
  setting: Setting,
  item: PastedFile,
  key: string,
  command: string,
): Record<string, unknown> {
  const file = join(setting.folder, item.file);
  const pasted = parseJson(file);
  const member =
    typeof pasted === 'object' && pasted !== null ? (pasted as Record<string, unknown>)[key] : undefined;
  if (typeof member !== 'object' || member === null)
    throw new UserError(`${file}: has no ${key}; paste the whole output of \`${command} --output json\``);
  return pasted as Record<string, unknown>;
}

/** The world refuses what AWS could not hold either, for example one alias on two distributions. */
export function seeded(setting: Setting, item: PastedFile, seed: () => void): void {
  try {
    seed();
  } catch (error) {
    if (!(error instanceof AwsFailure)) throw error;
    throw new UserError(`${join(setting.folder, item.file)}: ${error.code}: ${error.message}`);
  }
}
