import type { ItemStore } from '../layout/address';
import { bytesIn } from '../layout/limits';
import { chooseTemplates, cutTemplate, type Plain, shortestOf } from './dictionary';
import type { Group, Keying } from './group';
import { textOf } from './lines';
import { lettersFor, type Table, tableLines } from './table';
import { buildTree, clashesOf, crowdedOf, entryOf } from './tree';

/** Rules of one path beyond that stay in the list: a bucket must hold several entries. */
export const maxEntryBytes = 480;

/** A part of a site's rules, in an index. */
export interface IndexPart {
  /** Record lines: templates, then the index itself. */
  readonly lines: readonly string[];
  readonly letters: readonly string[];
  /** The others do not fit an index: too long, too many such in one slot, or (about never) two keys with one place. */
  readonly indexed: readonly Group[];
  readonly reads: number;
  readonly bucketCount: number;
}

export interface IndexOptions {
  readonly keying: Keying;
  readonly table: Table;
  readonly taken: ReadonlySet<string>;
  /** Bytes of the record that templates may take. */
  readonly templateBytes: number;
  readonly store: ItemStore;
}

/** A group's rules as text, between carriage returns. */
interface Written extends Plain {
  readonly group: Group;
  /** One rule with no condition but its path: a template may say it shorter. */
  readonly isPlain: boolean;
}

/** Puts groups into an index. */
export function indexPart(groups: readonly Group[], options: IndexOptions): IndexPart {
  const { keying, table, taken, templateBytes, store } = options;
  const clashes = clashesOf(groups);
  const fits = groups
    .map((group) => writtenGroup(group, keying, table))
    .filter(({ group, text }) => bytesIn(text) < maxEntryBytes && !clashes.has(group));
  const templates = chooseTemplates(
    fits.filter(({ isPlain }) => isPlain),
    templateBytes,
  );
  const letters = lettersFor(templates, new Set([...table.letters, ...taken]));
  const cuts = templates.map((template) => cutTemplate(letters.get(template)!, template));
  const entries = fits.map((each) => ({
    group: each.group,
    entry: entryOf(each.hash, (each.isPlain && shortestOf(each, cuts)) || `=${each.text}`),
  }));
  const crowded = crowdedOf(entries.map(({ entry }) => entry));
  const held = entries.filter(({ entry }) => !crowded.has(entry));
  const tree = buildTree(
    held.map(({ entry }) => entry),
    store,
  );
  return {
    lines: [...tableLines(letters), tree.kind + keying.letter + tree.root],
    letters: [...letters.values()],
    indexed: held.map(({ group }) => group),
    reads: tree.kind === ':' ? 1 : 2,
    bucketCount: tree.bucketCount,
  };
}

export function writtenGroup(group: Group, keying: Keying, table: Table): Written {
  const { key, hash, members } = group;
  const known = keying.proves ? 1 : 0;
  const rules = members.map((line) => textOf(line, table.nameOf.get(line.answer)!, known));
  const text = rules.length === 1 ? rules[0]! : rules.map((rule) => `\r${rule}`).join('');
  const isPlain = known === 1 && members.length === 1 && members[0]!.conditions.length === 1;
  return { group, key, hash, text, isPlain };
}
