import { exportKey } from '../world/cloudformation/stacks';
import type { World } from '../world/world';
import { everythingIn } from './template/expression';
import { importValue } from './template/functions/import-value';
import { expressionsOf } from './template/references';
import { resolve } from './template/resolve';
import type { Scope } from './template/scope';
import type { Template } from './template/template';

interface Place {
  readonly accountId: string;
  readonly region: string;
}

/** The value of an export of an account and region, if there is one. */
export const exportedTo = (world: World, { accountId, region }: Place, name: string): string | undefined =>
  world.exports.get(exportKey(accountId, region, name))?.value;

/** Names of all exports that a template imports, each once. */
export function importsOf(template: Template, scope: Scope): string[] {
  const names = expressionsOf(template)
    .flatMap(everythingIn)
    .flatMap((part) => (part.kind === 'call' && part.name === importValue.name ? part.inputs : []));
  return [...new Set(names.map((name) => String(resolve(name, scope))))];
}

/** In CloudFormation's words why a stack that imports these cannot go on. */
export function missingImport(world: World, place: Place, names: readonly string[]): string | undefined {
  const missing = names.find((name) => exportedTo(world, place, name) === undefined);
  return missing === undefined ? undefined : `No export named ${missing} found.`;
}
