import type { Migration, Strategy } from '../migration';
import { atomic } from './atomic';
import { bypass } from './bypass';
import { disabledSource } from './disabled-source';
import { without } from './road';
import type { Road, Way } from './way';
import { wildcard } from './wildcard';

/** Every way, in the order in which AUTO prefers them. */
export const ways: Readonly<Record<Strategy, Way>> = {
  ATOMIC: atomic,
  WILDCARD: wildcard,
  BYPASS: bypass,
  DISABLED_SOURCE: disabledSource,
};

/** The customer is asked to act long before the gate. */
const withSemaphore = (road: Road): Road => ({ ...road, once: ['PLACING_SEMAPHORE', ...road.once] });

/** The phases that a migration goes through: what it declares nothing for, and records that are nobody's business, are left out. */
export const roadOf = (migration: Migration, strategy: Strategy): Road => {
  const whole = ways[strategy].road(migration);
  const road = migration.target.certificateArn ? whole : without(whole, ['ATTACHING']);
  if (migration.dns) return road;
  if (migration.externalDns?.semaphore) return withSemaphore(without(road, ['MOVING_DNS']));
  return without(road, migration.externalDns ? ['MOVING_DNS'] : ['MOVING_DNS', 'DNS_GATE']);
};
