import { isWithin } from '@cutover/handler-kit';
import type { Zone } from '../journal';

export { covers, enumerate } from '@cutover/handler-kit';

/** Where a record of the name belongs: the zone with the longest name. Undefined: nobody gave us its zone. */
export const zoneOf = (name: string, zones: readonly Zone[]): Zone | undefined =>
  zones
    .filter((zone) => isWithin(name.replace(/^\*\./, ''), zone.name))
    .sort((one, other) => other.name.length - one.name.length)[0];
