import type { RequestRecord } from '@cutover/traffic-probe';

/**
 * How long users went without right answers until the names were back where they had been: from the first failed
 * request to the first instant after the last one. Undefined when nothing failed, when no name had left its
 * first side, or when one has not come back to it.
 */
export function restoreSeconds(log: readonly RequestRecord[]): number | undefined {
  const failed = log.filter((record) => record.failed);
  const [first, last] = [failed[0], failed.at(-1)];
  if (!first || !last || !wereMovedBack(log)) return undefined;
  const healthyAgain = log.find(({ t }) => t > last.t);
  return healthyAgain && (healthyAgain.t - first.t) / 1000;
}

function wereMovedBack(log: readonly RequestRecord[]): boolean {
  const names = [...new Set(log.map(({ name }) => name))];
  const sides = names.map((name) =>
    log.flatMap((record) => (record.name === name && record.side !== undefined ? [record.side] : [])),
  );
  const returned = sides.every((each) => each[0] !== undefined && each[0] === each.at(-1));
  return returned && sides.some((each) => each.some((side) => side !== each[0]));
}
