import type { Items } from '@cutover/redirect-rules';
import { isOfHost } from './content';

/*
 * What a host's item holds: the record in one or two versions between form feeds, each behind the generation from which
 * on it counts, the newer first. See the compiler's generations.ts.
 */

/**
 * The items as the function of a generation sees them. Versions that only others may see are gone; content that nobody
 * needs any more may still be there, which disturbs nobody.
 */
export function asOf(items: Items, generation: number): Map<string, string> {
  const seen = new Map<string, string>();
  for (const [key, value] of items) {
    const version = isOfHost(key)
      ? value.split('\f').find((each) => Number.parseInt(each, 10) <= generation)
      : value;
    const isGone = version === undefined || (isOfHost(key) && version.endsWith('\n'));
    if (!isGone) seen.set(key, version);
  }
  return seen;
}

/** Since when each host's record stands, in the order of the items: `1*40,7*2`. */
export function hostGenerationsOf(items: Items): string {
  const runs: { generation: number; length: number }[] = [];
  for (const [key, value] of items) {
    if (!isOfHost(key)) continue;
    const generation = Number.parseInt(value, 10);
    const last = runs.at(-1);
    if (last?.generation === generation) last.length += 1;
    else runs.push({ generation, length: 1 });
  }
  return runs.map(({ generation, length }) => `${generation}*${length}`).join(',');
}

/** Compiled items with the generations that the store has them under. */
export function withGenerations(compiled: Items, hostGenerations: string): Map<string, string> {
  const generations = hostGenerations.split(',').flatMap((run) => {
    const [generation = '', length = '0'] = run.split('*');
    return Array.from({ length: Number(length) }, () => generation);
  });
  let at = 0;
  const items = new Map<string, string>();
  for (const [key, value] of compiled)
    items.set(key, isOfHost(key) ? `${generations[at++]}${value.slice(value.indexOf('\n'))}` : value);
  return items;
}
