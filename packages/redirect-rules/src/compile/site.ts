import type { Subject } from '../evaluate/condition';
import type { ItemStore } from '../layout/address';
import { budgets, bytesIn } from '../layout/limits';
import type { Site } from '../model/rule-set';
import { byPath, bySegment, exactOf, type Group, groupsOf, type Keying, rangeOf } from './group';
import { type IndexPart, indexPart, maxEntryBytes, writtenGroup } from './index-part';
import { answerLine, checkLength, isAnswerAlone, type Line, linesOf, textOf } from './lines';
import { bestPlace, isWithin } from './order';
import { Others } from './others';
import { SiteProblem } from './problem';
import { recordOf } from './record';
import { readsOf, type Table, tableOf } from './table';
import { TreeProblem } from './tree';

/** A site in the store, but for its hosts. */
export interface CompiledSite {
  /** What each of its hosts' items says. */
  readonly record: string;
  /** Most reads beyond that of the host's item. */
  readonly reads: number;
  readonly indexedRules: number;
  readonly bucketCount: number;
}

/**
 * Writes a site's rules as a record. What fits is a list in declared order. Else exact paths go into an index, as far
 * as nobody can tell from the order (order.ts), then paths of rarer forms, then rules by their first segment.
 */
export function compileSite(site: Site, store: ItemStore): CompiledSite {
  const lines = linesOf(site);
  const table = tableOf(answersOf(lines), store);
  const work = new Work(site, lines, table, store);
  try {
    for (const keying of keyingsOf(lines)) if (!work.fits()) work.index(keying);
    work.gather();
  } catch (error) {
    if (!(error instanceof TreeProblem)) throw error;
    throw new SiteProblem(site.id, error.message);
  }
  return work.finish();
}

/** Of each how many lines have it; a line that is but its answer need not name it. */
function answersOf(lines: readonly Line[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const line of lines) {
    if (!isAnswerAlone(line)) counts.set(line.answer, (counts.get(line.answer) ?? 0) + 1);
  }
  return counts;
}

/** The form that most exact paths have goes first. */
function exactSubjects(lines: readonly Line[], atLeast = 1): Subject[] {
  const counts = new Map<Subject, number>();
  for (const line of lines) {
    const subject = exactOf(line)?.subject;
    if (subject !== undefined) counts.set(subject, (counts.get(subject) ?? 0) + 1);
  }
  return [...counts]
    .filter(([, count]) => count >= atLeast)
    .sort(([, one], [, other]) => other - one)
    .map(([subject]) => subject);
}

function keyingsOf(lines: readonly Line[]): Keying[] {
  const hasDecoded = lines.some(({ encoding }) => encoding === 'nginx');
  return [
    ...exactSubjects(lines, 2).map(byPath),
    bySegment('path'),
    ...(hasDecoded ? [bySegment('decoded')] : []),
  ];
}

class Work {
  private before: readonly Line[] = [];
  private after: readonly Line[];
  private readonly parts: IndexPart[] = [];
  private place: number | undefined;
  private indexedRules = 0;
  private block: { readonly letter: string; readonly lines: readonly string[] } = { letter: '', lines: [] };

  constructor(
    private readonly site: Site,
    lines: readonly Line[],
    private readonly table: Table,
    private readonly store: ItemStore,
  ) {
    this.after = lines;
  }

  private get answerBytes(): number {
    const alone = this.after.filter(isAnswerAlone).map(answerLine).join('\n');
    return this.table.bytes + bytesIn(alone);
  }

  /** Whether the list is short enough to be tried one by one: an index would take a read more too. */
  fits(): boolean {
    const most = budgets.recordBytes + budgets.valueBytes;
    let bytes = 0;
    for (const line of this.lines()) {
      bytes += bytesIn(line) + 1;
      if (bytes > most) return false;
    }
    return true;
  }

  index(keying: Keying): void {
    const groups = this.movable(keying);
    if (groups.length < 2) return;
    const part = indexPart(groups, {
      keying,
      table: this.table,
      taken: new Set(this.parts.flatMap(({ letters }) => letters)),
      // The root of 64 addresses must stand beside them.
      templateBytes: this.parts.length === 0 ? budgets.recordBytes - 470 - this.answerBytes : 0,
      store: this.store,
    });
    this.parts.push(part);
    const moved = new Set(part.indexed.flatMap(({ members }) => members));
    this.indexedRules += moved.size;
    this.take(moved);
  }

  /** Groups that may stand where the indexes do; for the first, the place is chosen. */
  private movable(keying: Keying): Group[] {
    const all = [...this.before, ...this.after];
    // What stands before the place stays: it would overtake the indexes that are there.
    const candidates = this.place === undefined ? all : this.after;
    const groups = groupsOf(candidates, keying);
    const members = new Set(groups.flatMap((group) => group.members));
    const others = new Others(
      candidates.filter((each) => !members.has(each)),
      keying,
    );
    const count = (all.at(-1)?.at ?? 0) + 1;
    const ranges = groups.map((group) => rangeOf(group, others.of(group.key), keying, count));
    if (this.place === undefined) this.divide(bestPlace(ranges, count), all);
    return groups.filter((_, index) => isWithin(this.place!, ranges[index]!));
  }

  private divide(place: number, all: readonly Line[]): void {
    this.place = place;
    this.before = all.filter(({ at }) => at < place);
    this.after = all.filter(({ at }) => at >= place);
  }

  /** Exact paths that are left go into a block: one look finds a path among them, where each rule would take several. */
  gather(): void {
    const [subject] = exactSubjects([...this.before, ...this.after]);
    if (subject === undefined) return;
    const keying = byPath(subject);
    const written = this.movable(keying)
      .map((group) => writtenGroup(group, keying, this.table))
      .filter(({ key, text }) => key.startsWith('/') && bytesIn(key) + bytesIn(text) < maxEntryBytes);
    this.take(new Set(written.flatMap(({ group }) => group.members)));
    this.block = { letter: keying.letter, lines: written.map(({ key, text }) => `${key}\t${text}`) };
  }

  private take(moved: ReadonlySet<Line>): void {
    this.after = this.after.filter((each) => !moved.has(each));
    this.before = this.before.filter((each) => !moved.has(each));
  }

  private *lines(): Generator<string> {
    yield* this.table.lines;
    yield* this.texts(this.before);
    for (const part of this.parts) yield* part.lines;
    yield* this.block.lines;
    yield* this.texts(this.after);
  }

  private *texts(lines: readonly Line[]): Generator<string> {
    for (const line of lines) {
      const text = isAnswerAlone(line) ? answerLine(line) : textOf(line, this.table.nameOf.get(line.answer)!);
      checkLength(text, line, this.site);
      yield text;
    }
  }

  finish(): CompiledSite {
    const { text, chunkCount } = recordOf([...this.lines()], {
      site: this.site.id,
      letter: this.block.letter,
      store: this.store,
    });
    let answerReads = 0;
    for (const name of this.table.nameOf.values()) answerReads = Math.max(answerReads, readsOf(name));
    const indexReads = this.parts.reduce((sum, { reads }) => sum + reads, 0);
    return {
      record: text,
      reads: chunkCount + indexReads + answerReads,
      indexedRules: this.indexedRules,
      bucketCount: this.parts.reduce((sum, { bucketCount }) => sum + bucketCount, 0),
    };
  }
}
