import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { TypeProject } from '../project/type-project';
import { fixtureActions } from './fixtures';
import { handlerActions, rolesFile, rolesTemplate } from './template';

/** The text of release/roles.json for these types. */
export const rolesText = (tools: string, projects: readonly TypeProject[]): string =>
  `${JSON.stringify(rolesTemplate(handlerActions(projects), fixtureActions(tools, projects)), undefined, 2)}\n`;

/** @param tools the folder of these tools @returns the file that was written */
export function writeRoles(root: string, tools: string, projects: readonly TypeProject[]): string {
  const file = join(root, rolesFile);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, rolesText(tools, projects));
  return file;
}
