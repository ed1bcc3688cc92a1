import type { ItemStore } from '../layout/address';
import { budgets, bytesIn } from '../layout/limits';
import { SiteProblem } from './problem';

/** Copies of one record, above which its hosts share it: a read more. */
const maxCopiedBytes = 16_384;

/** A host and its site's record. */
export interface HostRecord {
  /** `a.org` or `*.a.org`. */
  readonly host: string;
  readonly record: string;
}

/** Records of hosts: in the item of each while that is not too much, else once for all. */
export function recordsOfHosts(hosts: readonly string[], record: string, store: ItemStore): HostRecord[] {
  const isShared = hosts.length > 1 && bytesIn(record) * hosts.length > maxCopiedBytes;
  const text = isShared ? pointerTo(record, store) : record;
  return hosts.map((host) => ({ host, record: text }));
}

const pointerTo = (record: string, store: ItemStore): string => `+${store.add('r', record)}\n`;

/** Items of hosts, without versions: `h:` for names, `w:` for wildcards by the labels in which they end. */
export function hostItems(records: readonly HostRecord[], store: ItemStore): Map<string, string> {
  const items = new Map<string, string>();
  const wildcards = new Map<string, HostRecord[]>();
  for (const each of records) {
    if (!each.host.startsWith('*.')) items.set(keyOf('h', each.host), each.record);
    else {
      const key = keyOf('w', each.host.slice(2).split('.').slice(-2).join('.'));
      const others = wildcards.get(key);
      if (others === undefined) wildcards.set(key, [each]);
      else others.push(each);
    }
  }
  for (const [key, group] of wildcards) items.set(key, wildcardItem(group, store));
  return items;
}

function keyOf(kind: 'h' | 'w', name: string): string {
  const key = `${kind}:${name}`;
  if (bytesIn(key) > budgets.keyBytes) throw new SiteProblem(name, 'the name is longer than a key may be');
  return key;
}

interface Section {
  readonly suffix: string;
  readonly text: string;
}

/** The longest suffix first: the first that matches counts. */
function wildcardItem(records: readonly HostRecord[], store: ItemStore): string {
  const sections = records
    .map(({ host, record }): Section => ({ suffix: host.slice(1), text: record }))
    .sort((one, other) => other.suffix.length - one.suffix.length || (one.suffix < other.suffix ? -1 : 1));
  return joined(shortened(sections, store), store);
}

/** While they do not fit one item, the longest records make room for an address. */
function shortened(sections: readonly Section[], store: ItemStore): Section[] {
  const all = [...sections];
  let bytes = all.reduce((sum, section) => sum + sizeOf(section), 0);
  const byLength = [...all.keys()].sort((one, other) => bytesIn(all[other]!.text) - bytesIn(all[one]!.text));
  for (const at of byLength) {
    const section = all[at]!;
    if (bytes <= budgets.recordBytes) break;
    if (section.text.startsWith('+')) continue;
    all[at] = { ...section, text: pointerTo(section.text, store) };
    bytes += sizeOf(all[at]!) - sizeOf(section);
  }
  return all;
}

const lineOf = ({ suffix, text }: Section): string => `>${suffix}\n${text}`;
const sizeOf = (section: Section): number => bytesIn(lineOf(section));

/** More wildcards than an item holds go on in another, behind a suffix that every host has. */
function joined(sections: readonly Section[], store: ItemStore): string {
  const room = 12;
  const lines: string[] = [];
  let bytes = 0;
  for (const [at, section] of sections.entries()) {
    bytes += sizeOf(section);
    if (bytes > budgets.recordBytes - (at === sections.length - 1 ? 0 : room)) {
      const rest = store.add('r', joined(sections.slice(at), store));
      return [...lines, `>\n+${rest}\n`].join('');
    }
    lines.push(lineOf(section));
  }
  return lines.join('');
}
