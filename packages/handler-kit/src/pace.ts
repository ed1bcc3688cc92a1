import { chanceOf } from '@cutover/ground';

/** At most this share of a delay comes on top of it. */
const SHARE = 0.2;

/**
 * Resources of one stack begin together, and would ask AWS in step for as long as they wait: its rates are not
 * published, and twenty calls in one second are not twenty calls in ten. Short delays stay: there a second counts.
 * @param leftMs of the run's time: another at each wait, and the same on whatever day the run began
 * @returns whole seconds, as CloudFormation wants them; the same for the same resource and time left
 */
export function spread(id: string, delaySeconds: number, leftMs: number): number {
  const most = Math.floor(delaySeconds * SHARE);
  return delaySeconds + Math.floor(chanceOf(id).between(0, most + 1, 'turn', 'delay', leftMs));
}
