import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The repository of these tools, wherever the types are. Sources and bundle are at different depths below it. */
export function toolsFolder(folder = __dirname): string {
  if (existsSync(join(folder, 'packages', 'release', 'scaffold'))) return folder;
  const above = dirname(folder);
  if (above === folder) throw new Error(`${__dirname} is not in the repository of the release tools`);
  return toolsFolder(above);
}
