import { addressOf, put } from '../layout/address';
import { isOfHost, twoVersions, type Version, versioned, versionsOf } from './versions';

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
  const [older, another] = before === undefined ? [] : versionsOf(before);
  if (another) {
    throw new GenerationProblem(`${key} has two generations already: settle them first`);
  }
  const record = after === undefined ? '' : recordIn(after);
  if (older === undefined) staged.set(key, versioned({ generation, record }));
  else if (record !== older.record)
    staged.set(key, twoVersions({ generation, record: pointerTo(record, staged) }, older));
}

/** Beside the older record only an address is sure to fit; that costs a read until the generation is settled. */
function pointerTo(record: string, staged: Map<string, string>): string {
  if (record === '' || /^\+.{7}\n$/.test(record)) return record;
  const address = addressOf(record);
  put(staged, `r:${address}`, record);
  return `+${address}\n`;
}

/** The store when only the newer generation is left. Hosts whose rules did not change keep their items. */
export function settle(staged: Items, next: Items): Map<string, string> {
  const settled = new Map<string, string>();
  for (const [key, value] of next) {
    const before = staged.get(key);
    const isSame = isOfHost(key) && before !== undefined && isOnly(versionsOf(before), recordIn(value));
    settled.set(key, isSame ? before : value);
  }
  return settled;
}

const recordIn = (value: string): string => versionsOf(value)[0]!.record;
const isOnly = (versions: readonly Version[], record: string): boolean =>
  versions.length === 1 && versions[0]!.record === record;

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
