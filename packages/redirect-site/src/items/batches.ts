import { type Delta, delta, type Items, isOfHost } from '@cutover/redirect-rules';
import type { ItemBatch } from '../port';

/** Of one UpdateKeys: "50 keys or a 3 MB payload, whichever comes first". */
const KEYS_MAX = 50;
const BYTES_MAX = 3_000_000;

/** What a write does, in the order in which an edge may see it. */
export interface Writes {
  /** Content, then the hosts' records, which point to it. */
  readonly puts: readonly ItemBatch[];
  /** Content that nothing points to any more: only when the puts are everywhere. */
  readonly deletes: readonly ItemBatch[];
}

export function writesBetween(before: Items, after: Items): Writes {
  const { puts, deletes }: Delta = delta(before, after);
  const content = [...puts].filter(([key]) => !isOfHost(key));
  const hosts = [...puts].filter(([key]) => isOfHost(key));
  return {
    puts: cut([...content, ...hosts], ([key, value]) => bytesOf(key) + bytesOf(value)).map((each) => ({
      puts: new Map(each),
      deletes: [],
    })),
    deletes: cut(deletes, bytesOf).map((each) => ({ puts: new Map(), deletes: each })),
  };
}

/** The items after a batch. */
export function written(items: Items, { puts, deletes }: ItemBatch): Map<string, string> {
  const after = new Map([...items, ...puts]);
  for (const key of deletes) after.delete(key);
  return after;
}

function cut<T>(all: readonly T[], bytes: (each: T) => number): T[][] {
  const batches: T[][] = [];
  let room = 0;
  for (const each of all) {
    const last = batches.at(-1);
    const size = bytes(each);
    if (last && last.length < KEYS_MAX && size <= room) {
      last.push(each);
      room -= size;
    } else {
      batches.push([each]);
      room = BYTES_MAX - size;
    }
  }
  return batches;
}

const bytesOf = (text: string): number => Buffer.byteLength(text, 'utf8');
