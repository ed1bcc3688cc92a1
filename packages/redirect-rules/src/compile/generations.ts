import { addressOf, put } from '../layout/address';

/*
 * A host's item may hold its record in two versions, each naming the generation from which on it counts, the newer
 * first. So two generations live in one store, sharing every item that is the same in both: content lies by its
 * address, and a host whose rules did not change has one version. The function sees none that is newer than itself;
 * where an edge does not have the newer yet, it answers by the older.
 *
 * To publish: write `delta(live, stage(live, next, generation))`, publish the function of that generation, and when no
 * edge runs the older one any more, write `delta(staged, settle(staged, next))`.
 */

export type Items = ReadonlyMap<string, string>;

/** Two generations are in the store already. */
export class GenerationProblem extends Error {
  override readonly name = 'GenerationProblem';
}

export const versioned = (generation: number, record: string): string => `${generation}\n${record}`;

const isOfHost = (key: string): boolean => key.startsWith('h:') || key.startsWith('w:');

/** Of one version, or of the newer. */
const recordIn = (value: string): string => {
  const [newest = ''] = value.split('\f', 1);
  return newest.slice(newest.indexOf('\n') + 1);
};

/** The store while both generations are in it. `next` is compiled for the generation. */
export function stage(live: Items, next: Items, generation: number): Map<string, string> {
  const staged = new Map(live);
  for (const [key, value] of next) if (!isOfHost(key)) put(staged, key, value);
  for (const key of new Set([...live.keys(), ...next.keys()])) {
    if (isOfHost(key)) stageHost(staged, key, { before: live.get(key), after: next.get(key), generation });
  }
  return staged;
}

interface Versions {
  readonly before: string | undefined;
  readonly after: string | undefined;
  readonly generation: number;
}

function stageHost(staged: Map<string, string>, key: string, { before, after, generation }: Versions): void {
  if (before?.includes('\f')) {
    throw new GenerationProblem(`${key} has two generations already: settle them first`);
  }
  if (before === undefined) {
    staged.set(key, versioned(generation, recordIn(after!)));
    return;
  }
  const record = after === undefined ? '' : recordIn(after);
  if (record === recordIn(before)) return;
  staged.set(key, `${versioned(generation, pointerTo(record, staged))}\f${before}`);
}

/** Beside the older record only an address is sure to fit; that costs a read until the generation is settled. */
function pointerTo(record: string, staged: Map<string, string>): string {
  if (record === '' || /^\+.{7}$/.test(record)) return record;
  const address = addressOf(record);
  put(staged, `r:${address}`, record);
  return `+${address}`;
}

/** The store when only the newer generation is left. Hosts whose rules did not change keep their items. */
export function settle(staged: Items, next: Items): Map<string, string> {
  const settled = new Map<string, string>();
  for (const [key, value] of next) {
    const before = staged.get(key);
    const isSame = isOfHost(key) && before !== undefined && !before.includes('\f');
    settled.set(key, isSame && recordIn(before) === recordIn(value) ? before : value);
  }
  return settled;
}

export interface Delta {
  readonly puts: ReadonlyMap<string, string>;
  readonly deletes: readonly string[];
}

/** What to write so that one store becomes the other. */
export function delta(before: Items, after: Items): Delta {
  const puts = new Map<string, string>();
  for (const [key, value] of after) if (before.get(key) !== value) puts.set(key, value);
  return { puts, deletes: [...before.keys()].filter((key) => !after.has(key)) };
}
