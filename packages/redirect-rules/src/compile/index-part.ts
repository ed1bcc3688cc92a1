import type { ItemStore } from '../layout/address';
import { bytesIn } from '../layout/limits';
import { type Cut, chooseTemplates, cutTemplate, type Plain, shortestOf } from './dictionary';
import type { Group, Keying } from './group';
import { type Line, textOf } from './lines';
import { lettersFor, type Table } from './table';
import { buildTree, clashesOf, type Entry } from './tree';

/** Rules of one path beyond that stay in the list: a bucket must hold several entries. */
const maxEntryBytes = 480;

/** A part of a site's rules, in an index. */
export interface IndexPart {
  /** Record lines: templates, then the index itself. */
  readonly lines: readonly string[];
  readonly letters: readonly string[];
  readonly indexed: readonly Group[];
  /** What does not fit an index: too long, or (about never) two keys with one place. */
  readonly refused: readonly Group[];
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

/** Puts groups into an index. */
export function indexPart(groups: readonly Group[], options: IndexOptions): IndexPart {
  const { keying, table, taken, templateBytes, store } = options;
  const clashes = clashesOf(groups);
  const written = groups.map((group) => ({ group, text: textOfGroup(group, keying, table) }));
  const fits = written.filter(({ group, text }) => bytesIn(text) <= maxEntryBytes && !clashes.has(group));
  const plains = fits.flatMap(({ group }) => plainOf(group, keying, table) ?? []);
  const templates = chooseTemplates(plains, templateBytes);
  const letters = lettersFor(templates, new Set([...table.letters, ...taken]));
  const cuts = templates.map((template) => cutTemplate(letters.get(template)!, template));
  const entries = fits.map(({ group, text }) => entryOf(group, text, cuts, keying, table));
  const tree = buildTree(entries, store);
  const indexed = fits.map(({ group }) => group);
  const isIndexed = new Set(indexed);
  return {
    lines: [
      ...[...templates].sort().map((template) => `!${letters.get(template)}${template}`),
      tree.kind + keying.letter + tree.root,
    ],
    letters: [...letters.values()],
    indexed,
    refused: groups.filter((group) => !isIndexed.has(group)),
    reads: tree.kind === ':' ? 1 : 2,
    bucketCount: tree.bucketCount,
  };
}

function entryOf(group: Group, text: string, cuts: readonly Cut[], keying: Keying, table: Table): Entry {
  const plain = cuts.length === 0 ? undefined : plainOf(group, keying, table);
  return { hash: group.hash, text: (plain && shortestOf(plain, cuts)) ?? text };
}

/** As rules, between form feeds. */
const textOfGroup = ({ members }: Group, keying: Keying, table: Table): string =>
  `=${members.map(({ line }) => textOf(line, nameOf(line, table), keying.proves ? 1 : 0)).join('\f')}`;

/** A group of one rule with no condition but its path. */
function plainOf({ key, hash, members }: Group, keying: Keying, table: Table): Plain | undefined {
  const [only] = members;
  if (!keying.proves || members.length > 1 || only!.line.reading.conditions.length > 1) return undefined;
  return { key, hash, text: textOf(only!.line, nameOf(only!.line, table), 1) };
}

const nameOf = (line: Line, table: Table): string => table.nameOf.get(line.answer)!;
