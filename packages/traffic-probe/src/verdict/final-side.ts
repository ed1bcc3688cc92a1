import { groupBy } from '@cutover/ground';
import type { RequestRecord } from '../request-record';

/** At the end no side answered the name. */
export const nobody = 'nobody';
/** At the end the addresses of the name were answered by different sides. */
export const split = 'split';

/** Who answered each name at the end: the one side of all addresses that DNS gave last. */
export function finalSideOf(log: readonly RequestRecord[]): Record<string, string> {
  const byName = [...groupBy(log, ({ name }) => name)];
  return Object.fromEntries(byName.map(([name, requests]) => [name, sideAtTheEnd(requests)]));
}

function sideAtTheEnd(requests: readonly RequestRecord[]): string {
  const endsAt = requests.at(-1)?.t;
  const last = requests.filter(({ t }) => t === endsAt);
  const sides = new Set(last.map(({ side }) => side ?? nobody));
  const [only] = sides;
  return sides.size === 1 && only !== undefined ? only : split;
}
