import { type Items, isOfHost, versioned, versionsOf } from '@cutover/redirect-rules';

/**
 * The items as the function of a generation sees them. Versions that only others may see are gone; content that nobody
 * needs any more may still be there, which disturbs nobody.
 */
export function asOf(items: Items, generation: number): Map<string, string> {
  const seen = new Map<string, string>();
  for (const [key, value] of items) {
    const visible = isOfHost(key) ? visibleIn(value, generation) : value;
    if (visible !== undefined) seen.set(key, visible);
  }
  return seen;
}

/** Undefined for a host that the generation does not have, or has no more. */
function visibleIn(value: string, generation: number): string | undefined {
  const version = versionsOf(value).find((each) => each.generation <= generation);
  return version === undefined || version.record === '' ? undefined : versioned(version);
}

/** Since when each host's record stands, in the order of the items: `1*40,7*2`. */
export function hostGenerationsOf(items: Items): string {
  const runs: { generation: number; length: number }[] = [];
  for (const [key, value] of items) {
    if (!isOfHost(key)) continue;
    const { generation } = versionsOf(value)[0]!;
    const last = runs.at(-1);
    if (last?.generation === generation) last.length += 1;
    else runs.push({ generation, length: 1 });
  }
  return runs.map(({ generation, length }) => `${generation}*${length}`).join(',');
}

/** Compiled items with the generations that the store has them under. */
export function withGenerations(compiled: Items, hostGenerations: string): Map<string, string> {
  const generations = hostGenerations.split(',').flatMap((run) => {
    const [generation, length] = run.split('*').map(Number);
    return Array.from({ length: length ?? 0 }, () => generation!);
  });
  let at = 0;
  const items = new Map<string, string>();
  for (const [key, value] of compiled) {
    if (!isOfHost(key)) items.set(key, value);
    else items.set(key, versioned({ ...versionsOf(value)[0]!, generation: generations[at++]! }));
  }
  return items;
}
