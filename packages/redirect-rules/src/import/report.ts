import type { AuthorFile } from '../read/author';

/** What an import did with one place of the other engine's file. */
export interface ImportEntry {
  /** Counts from 1. */
  readonly line: number;
  /** Of what takes several lines. */
  readonly lastLine?: number;
  readonly what: string;
  readonly why: string;
}

export interface ImportReport {
  readonly converted: readonly ImportEntry[];
  /** Answers otherwise than the other engine did, on purpose, or left out because nothing can reach it. */
  readonly changed: readonly ImportEntry[];
  /** Not in the rules: a person has to decide. */
  readonly refused: readonly ImportEntry[];
}

export interface Imported {
  readonly file: AuthorFile;
  readonly report: ImportReport;
}

/** A place of a file. */
export interface Lines {
  readonly line: number;
  readonly lastLine?: number;
}

const maxWhat = 80;
const maxWhy = 400;
/** A file that has more of them is of another format, and nobody reads that many. */
const maxRefused = 10_000;

const shortened = (text: string, length: number): string =>
  text.length > length ? `${text.slice(0, length)}…` : text;

const entryOf = (line: number, what: string, why: string, lastLine = line): ImportEntry => ({
  line,
  ...(lastLine > line ? { lastLine } : {}),
  what: shortened(what, maxWhat),
  why: shortened(why, maxWhy),
});

/** Collects the report. */
export class Reporter {
  private readonly entries = {
    converted: new Map<string, ImportEntry>(),
    changed: new Map<string, ImportEntry>(),
    refused: new Map<string, ImportEntry>(),
  };

  converted(line: number, what: string, why: string, lastLine?: number): void {
    this.add('converted', entryOf(line, what, why, lastLine));
  }

  changed(line: number, what: string, why: string, lastLine?: number): void {
    this.add('changed', entryOf(line, what, why, lastLine));
  }

  refused(line: number, what: string, why: string, lastLine?: number): void {
    this.add('refused', entryOf(line, what, why, lastLine));
  }

  /** Of a file that goes line by line: true where the rest of it is refused as a whole, as so much was before. */
  refusesRest(line: number, lastLine: number): boolean {
    if (this.entries.refused.size < maxRefused) return false;
    const why = `${maxRefused} lines are refused already; is this the format of the file?`;
    this.refused(line, 'the rest of the file', why, lastLine);
    return true;
  }

  /** What a refusal takes with it: the reason may stand in a line of its own, which is that of another place. */
  refusedWith(refusal: Refusal, place: Lines, what: string): void {
    const { line, lastLine = line } = place;
    if (refusal.line === line) this.refused(line, refusal.what, refusal.why, lastLine);
    else {
      this.refused(refusal.line, refusal.what, refusal.why);
      this.refused(line, what, `left out with line ${refusal.line}`, lastLine);
    }
  }

  /** What another report says of a text that begins in the line below this one. */
  addAll(report: ImportReport, line: number): void {
    for (const kind of ['converted', 'changed', 'refused'] as const) {
      for (const { line: at, lastLine, what, why } of report[kind])
        this.add(kind, entryOf(at + line, what, why, lastLine === undefined ? undefined : lastLine + line));
    }
  }

  /** In the order of the file. */
  report(): ImportReport {
    const inOrder = (entries: Map<string, ImportEntry>) =>
      [...entries.values()].sort((one, other) => one.line - other.line);
    return {
      converted: inOrder(this.entries.converted),
      changed: inOrder(this.entries.changed),
      refused: inOrder(this.entries.refused),
    };
  }

  /** The same said twice, as a server that is read once per host would, is said once. */
  private add(kind: keyof ImportReport, entry: ImportEntry): void {
    this.entries[kind].set(`${entry.line}\n${entry.what}\n${entry.why}`, entry);
  }
}

/** Something that the rule language cannot say; whoever knows the line's neighbours catches it and reports it. */
export class Refusal extends Error {
  constructor(
    readonly line: number,
    readonly what: string,
    readonly why: string,
  ) {
    super(`line ${line}: ${what}: ${why}`);
    this.name = 'Refusal';
  }
}
