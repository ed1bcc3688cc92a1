import { inconsistentQuantities } from '../failures';
import type { Check } from './proposal';

/** Every list says how long it is, at any depth. */
export const quantities: Check = (_world, { config }) => requireQuantities(config, 'DistributionConfig');

/**
 * @param name of the whole, for the message
 * @throws AwsFailure InconsistentQuantities naming the list
 */
export function requireQuantities(whole: object, name: string): void {
  const path = wrongList(whole);
  if (path) throw inconsistentQuantities([name, ...path].join('.'));
}

/** The path to the first list that counts itself wrongly; built on the way back, as nearly always there is none. */
function wrongList(value: object): string[] | undefined {
  const { Quantity, Items } = value as { Quantity?: unknown; Items?: unknown[] };
  // In members that the model does not know a number is still the text that was sent.
  if (typeof Quantity === 'number' && Quantity !== (Items?.length ?? 0)) return [];
  for (const name in value) {
    const member = value[name as keyof typeof value] as unknown;
    const path = typeof member === 'object' && member !== null ? wrongList(member) : undefined;
    if (path) return [name, ...path];
  }
  return undefined;
}
