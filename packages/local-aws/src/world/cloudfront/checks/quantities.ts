import { inconsistentQuantities } from '../failures';
import type { Check } from './proposal';

/** Every list says how long it is, at any depth. */
export const quantities: Check = (_world, { config }) => requireQuantities(config, 'DistributionConfig');

/** @throws AwsFailure InconsistentQuantities naming the list */
export function requireQuantities(value: unknown, path: string): void {
  if (typeof value !== 'object' || value === null) return;
  const { Quantity, Items } = value as { Quantity?: number; Items?: unknown[] };
  if (Quantity !== undefined && Quantity !== (Items?.length ?? 0)) throw inconsistentQuantities(path);
  for (const [name, member] of Object.entries(value)) requireQuantities(member, `${path}.${name}`);
}
