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
const digits = '-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz';
const fingerprintFrom = 3;
const fingerprintTo = 8;
const slotCount = digits.length * digits.length;
/** A page's entry is two digits and an address. */
const pageEntryLength = 2 + addressLength;
const maxPageEntries = Math.floor(budgets.valueBytes / pageEntryLength);
/** A page for itself, in the record: it saves a read, and a bucket more or less is a new record. */
const maxInlineEntries = 40;

export interface Entry {
  /** Of the key, base64url. */
  readonly hash: string;
  /** What stands behind the fingerprint; no line feed in it. */
  readonly text: string;
}

export interface Tree {
  /** Of the record's line: `:` and the page itself, or `*` and 64 addresses. */
  readonly kind: ':' | '*';
  readonly root: string;
  readonly bucketCount: number;
  readonly pageCount: number;
}

/** An index that an item cannot hold. */
export class TreeProblem extends Error {
  override readonly name = 'TreeProblem';
}

export function fingerprintOf(hash: string): string {
  return hash.slice(fingerprintFrom, fingerprintTo);
}

interface Leaf {
  readonly from: number;
  readonly entries: readonly Entry[];
  readonly bytes: number;
}

/** Places that two entries share: neither may be in the index. */
export function clashesOf<T extends { readonly hash: string }>(entries: readonly T[]): Set<T> {
  const byPlace = new Map<string, T>();
  const clashes = new Set<T>();
  for (const entry of entries) {
    const place = entry.hash.slice(1, fingerprintTo);
    const other = byPlace.get(place);
    if (other !== undefined) clashes.add(entry).add(other);
    byPlace.set(place, entry);
  }
  return clashes;
}

/** @throws TreeProblem */
export function buildTree(entries: readonly Entry[], store: ItemStore): Tree {
  const leaves = leavesOf(entries, maxInlineEntries);
  if (leaves !== undefined && leaves.length <= maxInlineEntries) {
    return { kind: ':', root: pageOf(leaves, store), bucketCount: leaves.length, pageCount: 0 };
  }
  const pages: Entry[][] = Array.from(digits, () => []);
  for (const entry of entries) pages[digits.indexOf(entry.hash[0]!)]!.push(entry);
  let bucketCount = 0;
  const root = pages.map((page) => {
    const own = leavesOf(page, maxPageEntries);
    if (own === undefined || own.length > maxPageEntries) {
      throw new TreeProblem(
        `${entries.length} entries are more than one store holds: divide the site by paths`,
      );
    }
    bucketCount += own.length;
    return own.length === 0 ? nowhere : store.add('p', pageOf(own, store));
  });
  return { kind: '*', root: root.join(''), bucketCount, pageCount: pages.length };
}

/** Undefined where a bucket cannot be cut to the size of an item. */
function leavesOf(entries: readonly Entry[], most: number): Leaf[] | undefined {
  const sorted = entries
    .map((entry) => ({ entry, slot: slotOf(entry.hash), bytes: 1 + 5 + bytesIn(entry.text) }))
    .sort((one, other) => one.slot - other.slot || (one.entry.hash < other.entry.hash ? -1 : 1));
  const leaves: Leaf[] = [];
  const isCut = cut(sorted, 0, slotCount, leaves);
  if (!isCut) return undefined;
  return leaves.length > most ? merged(leaves) : leaves;
}

interface Placed {
  readonly entry: Entry;
  readonly slot: number;
  readonly bytes: number;
}

function cut(placed: readonly Placed[], from: number, to: number, leaves: Leaf[]): boolean {
  if (placed.length === 0) return true;
  const bytes = placed.reduce((sum, each) => sum + each.bytes, 0);
  if (bytes <= budgets.valueBytes) {
    leaves.push({ from, entries: placed.map(({ entry }) => entry), bytes });
    return true;
  }
  if (to - from === 1) return false;
  const middle = (from + to) / 2;
  const first = placed.findIndex(({ slot }) => slot >= middle);
  const half = first < 0 ? placed.length : first;
  return cut(placed.slice(0, half), from, middle, leaves) && cut(placed.slice(half), middle, to, leaves);
}

/** Fewer, fuller buckets, where a page would not hold them all: changes then reach further, but only in the page. */
function merged(leaves: readonly Leaf[]): Leaf[] {
  const all: Leaf[] = [];
  for (const leaf of leaves) {
    const last = all.at(-1);
    if (last === undefined || last.bytes + leaf.bytes > budgets.valueBytes) all.push(leaf);
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
      const bucket = entries.map(({ hash, text }) => `\n${fingerprintOf(hash)}${text}`).join('');
      return digits[from >> 6]! + digits[from & 63]! + store.add('b', bucket);
    })
    .join('');
}

const slotOf = (hash: string): number => digits.indexOf(hash[1]!) * digits.length + digits.indexOf(hash[2]!);
