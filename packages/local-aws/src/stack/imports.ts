import type { StackRecord } from '../world/cloudformation/stack-record';
import { exportKey } from '../world/cloudformation/stacks';
import type { World } from '../world/world';
import { type Expression, importsIn } from './expression';
import { resolve, type Scope } from './resolve';
import type { Template } from './template';

/** The value of an export of the stack's account and region, if there is one. */
export const exportedTo = (
  world: World,
  { accountId, region }: Pick<StackRecord, 'accountId' | 'region'>,
  name: string,
): string | undefined => world.exports.get(exportKey(accountId, region, name))?.value;

/** Names of all exports that a template imports, each once. */
export function importsOf(template: Template, scope: Scope): string[] {
  const expressions: Expression[] = [
    ...[...template.resources.values()].flatMap(({ properties }) => Object.values(properties)),
    ...[...template.outputs.values()].map(({ value }) => value),
  ];
  return [...new Set(expressions.flatMap(importsIn).map(({ name }) => String(resolve(name, scope))))];
}

/** In CloudFormation's words why a stack that imports these cannot go on. */
export function missingImport(
  world: World,
  stack: Pick<StackRecord, 'accountId' | 'region'>,
  names: readonly string[],
): string | undefined {
  const missing = names.find((name) => exportedTo(world, stack, name) === undefined);
  return missing === undefined ? undefined : `No export named ${missing} found.`;
}
