import type { AuthorFile } from '../read/author';

/** What an import did with one place of the other engine's file. */
export interface ImportEntry {
  /** Counts from 1. */
  readonly line: number;
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

/** Collects the report. */
export class Reporter {
  private readonly entries = {
    converted: new Map<string, ImportEntry>(),
    changed: new Map<string, ImportEntry>(),
    refused: new Map<string, ImportEntry>(),
  };

  converted(line: number, what: string, why: string): void {
    this.add('converted', { line, what, why });
  }

  changed(line: number, what: string, why: string): void {
    this.add('changed', { line, what, why });
  }

  refused(line: number, what: string, why: string): void {
    this.add('refused', { line, what, why });
  }

  /** What another report says of a text that begins in the line below this one. */
  addAll(report: ImportReport, line: number): void {
    for (const kind of ['converted', 'changed', 'refused'] as const) {
      for (const entry of report[kind]) this.add(kind, { ...entry, line: entry.line + line });
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
