import type { ResourceContext } from './provider';

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** As CloudFormation names a resource that was given no name: stack, logical id, and letters nobody else has. */
export function generatedName(context: ResourceContext, longest: number, prefix = context.stackName): string {
  const random = context.name(`${letters}${letters.toLowerCase()}0123456789`, 12);
  return `${`${prefix}-${context.logicalId}`.slice(0, longest - random.length - 1)}-${random}`;
}
