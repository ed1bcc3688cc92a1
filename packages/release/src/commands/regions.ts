import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { UserError } from '../user-error';

/** The regions that were named, or else those of release/regions.json. @throws UserError */
export function regionsOf(root: string, named: string | undefined): readonly string[] {
  if (named !== undefined) return named.split(',');
  const file = join(root, 'release', 'regions.json');
  if (!existsSync(file)) throw new UserError(`there is no ${file}; name the regions with --regions`);
  return JSON.parse(readFileSync(file, 'utf8')) as string[];
}
