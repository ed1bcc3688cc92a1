import { addressLength, type ItemStore, nowhere } from '../layout/address';
import { budgets, bytesIn } from '../layout/limits';

/*
 * An index: entries in buckets by the hash of their key. A hash is base64url: its first character says the page (of 64,
 * or there is but one), the next two the bucket within it, five more find the entry. A bucket that is full is cut in
 * the middle of its range, so that an entry more or less changes one bucket and its page, and nothing else.
 *
 * A key that is not in the index may have the five characters of one that is: with 20 entries in a bucket one request
 * in 50 million for an unknown path is taken for a known one.
 */

/** The digits of base64url in the order in which texts are compared. */
const digits = [...'-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz'];
const digitValues = new Uint8Array(128);
for (const [value, digit] of digits.entries()) digitValues[digit.charCodeAt(0)] = value;
const digitOf = (hash: string, at: number): number => digitValues[hash.charCodeAt(at)]!;
const fingerprintFrom = 3;
const fingerprintTo = 8;
const slotCount = digits.length * digits.length;
/** A page's entry is two digits and an address. */
const pageEntryLength = 2 + addressLength;
const maxPageEntries = Math.floor(budgets.valueBytes / pageEntryLength);
/** Of entries: behind the last is a line feed too. */
const bucketBytes = budgets.valueBytes - 1;
/** A page for itself, in the record: it saves a read, and a bucket more or less is a new record. */
const maxInlineEntries = 40;

/** A key's hash, base64url, and what stands behind the fingerprint; no line feed in it. */
export interface Entry {
  readonly hash: string;
  readonly text: string;
  /** Where in its page. */
  readonly slot: number;
  readonly bytes: number;
}

export const entryOf = (hash: string, text: string): Entry => ({
  hash,
  text,
  slot: digitOf(hash, 1) * digits.length + digitOf(hash, 2),
  bytes: 1 + fingerprintTo - fingerprintFrom + bytesIn(text),
});

export interface Tree {
  /** Of the record's line: `:` and the page itself, or `*` and 64 addresses. */
  readonly kind: ':' | '*';
  readonly root: string;
  readonly bucketCount: number;
  readonly pageCount: number;
}

/** More than an index holds, which is about what a store holds. */
export class TreeProblem extends Error {
  override readonly name = 'TreeProblem';
  constructor(entries: readonly Entry[]) {
    const megabytes = (bytesOf(entries) / 1024 / 1024).toFixed(1);
    super(
      `${entries.length} paths take ${megabytes} MB, and a store holds 5: one rule with a pattern may stand for all ` +
        'whose targets follow a scheme ("/old/*"); others must move to another host',
    );
  }
}

/** What finds an entry in a page, as a number of 42 bits. */
function placeOf(hash: string): number {
  let place = 0;
  for (let at = 1; at < fingerprintTo; at++) place = place * digits.length + digitOf(hash, at);
  return place;
}

/** Of those that share their place with another: neither may be in the index. */
export function clashesOf<T extends { readonly hash: string }>(entries: readonly T[]): Set<T> {
  const places = Float64Array.from(entries, ({ hash }) => placeOf(hash)).sort();
  const shared = new Set(places.filter((place, at) => place === places[at - 1]));
  return new Set(shared.size === 0 ? [] : entries.filter(({ hash }) => shared.has(placeOf(hash))));
}

/** The longest of those that share a slot, where they fill more than a bucket: it could be cut no further. */
export function crowdedOf(entries: readonly Entry[]): Set<Entry> {
  const placeOf = ({ hash, slot }: Entry): number => digitOf(hash, 0) * slotCount + slot;
  const filled = new Map<number, number>();
  for (const entry of entries) filled.set(placeOf(entry), (filled.get(placeOf(entry)) ?? 0) + entry.bytes);
  const isFull = (entry: Entry): boolean => filled.get(placeOf(entry))! > bucketBytes;
  const crowded = new Set<Entry>();
  for (const entry of entries.filter(isFull).sort((one, other) => other.bytes - one.bytes)) {
    if (!isFull(entry)) continue;
    filled.set(placeOf(entry), filled.get(placeOf(entry))! - entry.bytes);
    crowded.add(entry);
  }
  return crowded;
}

/** @throws TreeProblem */
export function buildTree(entries: readonly Entry[], store: ItemStore): Tree {
  const leaves = leavesOf(entries, maxInlineEntries);
  if (leaves !== undefined) {
    return { kind: ':', root: pageOf(leaves, store), bucketCount: leaves.length, pageCount: 0 };
  }
  const pages = digits.map((): Entry[] => []);
  for (const entry of entries) pages[digitOf(entry.hash, 0)]!.push(entry);
  let bucketCount = 0;
  const root = pages.map((page) => {
    const own = leavesOf(page, maxPageEntries);
    if (own === undefined) {
      throw new TreeProblem(entries);
    }
    bucketCount += own.length;
    return own.length === 0 ? nowhere : store.add('p', pageOf(own, store));
  });
  return { kind: '*', root: root.join(''), bucketCount, pageCount: pages.length };
}

interface Leaf {
  readonly from: number;
  readonly entries: readonly Entry[];
  readonly bytes: number;
}

const bytesOf = (entries: readonly Entry[]): number => entries.reduce((sum, { bytes }) => sum + bytes, 0);

/** Undefined where it takes more buckets, or one cannot be cut to the size of an item. */
function leavesOf(entries: readonly Entry[], most: number): Leaf[] | undefined {
  if (bytesOf(entries) > most * bucketBytes) return undefined;
  const sorted = entries.toSorted((one, other) => one.slot - other.slot || (one.hash < other.hash ? -1 : 1));
  const leaves: Leaf[] = [];
  if (!cut(sorted, 0, slotCount, leaves)) return undefined;
  const all = leaves.length > most ? merged(leaves) : leaves;
  return all.length > most ? undefined : all;
}

function cut(entries: readonly Entry[], from: number, to: number, leaves: Leaf[]): boolean {
  if (entries.length === 0) return true;
  const bytes = bytesOf(entries);
  if (bytes <= bucketBytes) {
    leaves.push({ from, entries, bytes });
    return true;
  }
  if (to - from === 1) return false;
  const middle = (from + to) / 2;
  const first = entries.findIndex(({ slot }) => slot >= middle);
  const half = first < 0 ? entries.length : first;
  return cut(entries.slice(0, half), from, middle, leaves) && cut(entries.slice(half), middle, to, leaves);
}

/** Fewer, fuller buckets, where a page would not hold them all: changes then reach further, but only in the page. */
function merged(leaves: readonly Leaf[]): Leaf[] {
  const all: Leaf[] = [];
  for (const leaf of leaves) {
    const last = all.at(-1);
    if (last === undefined || last.bytes + leaf.bytes > bucketBytes) all.push(leaf);
    else {
      const entries = [...last.entries, ...leaf.entries];
      all[all.length - 1] = { from: last.from, entries, bytes: last.bytes + leaf.bytes };
    }
  }
  return all;
}

function pageOf(leaves: readonly Leaf[], store: ItemStore): string {
  return leaves
    .map(({ from, entries }) => {
      let bucket = '';
      for (const { hash, text } of entries)
        bucket += `\n${hash.slice(fingerprintFrom, fingerprintTo)}${text}`;
      return digits[from >> 6]! + digits[from & 63]! + store.add('b', `${bucket}\n`);
    })
    .join('');
}
