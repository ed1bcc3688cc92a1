import type { Place } from '../model/rule-set';
import type { Places } from './yaml/places';

/** A mistake in a rule file. Line and column count from 1. */
export interface Problem extends Place {
  readonly what: string;
  /** What to write. */
  readonly instead: string;
}

/** A person reads no more of them at once, and a file of rubbish shall not become a larger list of complaints. */
export const maxProblems = 50;

/** Problems found so far, and where things stand. */
export class Report {
  private readonly found: Problem[] = [];
  private readonly said = new Set<string>();

  constructor(
    private readonly file: string,
    private readonly lines: Lines,
    private readonly places: Places,
  ) {}

  get isFull(): boolean {
    return this.found.length >= maxProblems;
  }

  get count(): number {
    return this.found.length;
  }

  /** In the order of the file. */
  get problems(): Problem[] {
    return [...this.found].sort((one, other) => one.line - other.line || one.column - other.column);
  }

  /** About the value of a key or an item; about the whole where there is none such. */
  ofValue(container: unknown, key: string | number, what: string, instead: string): void {
    this.add(this.places.valueOf(container, key), what, instead);
  }

  ofKey(mapping: unknown, key: string, what: string, instead: string): void {
    this.add(this.places.keyOf(mapping, key), what, instead);
  }

  ofWhole(container: unknown, what: string, instead: string): void {
    this.add(this.places.startOf(container), what, instead);
  }

  placeOf(container: unknown): Place {
    return { file: this.file, ...this.lines.at(this.places.startOf(container)) };
  }

  placeOfItem(list: unknown, place: number): Place {
    return { file: this.file, ...this.lines.at(this.places.valueOf(list, place)) };
  }

  private add(offset: number, what: string, instead: string): void {
    // What stands in the defaults is looked at with every site.
    const key = `${offset} ${what}`;
    if (this.isFull || this.said.has(key)) return;
    this.said.add(key);
    this.found.push({ file: this.file, ...this.lines.at(offset), what, instead });
  }
}

/**
 * Lines of a text by offset. It goes from where it was last, forth or back, as places are asked for about in their
 * order: a table of a million lines would be the largest thing that a reading holds.
 */
export class Lines {
  private line = 1;
  private start = 0;
  /** Of the line's end where it is known: a file may be one line of megabytes. */
  private end: number | undefined;

  constructor(private readonly text: string) {}

  at(offset: number): { line: number; column: number } {
    while (offset < this.start) {
      this.start = this.start < 2 ? 0 : this.text.lastIndexOf('\n', this.start - 2) + 1;
      this.end = undefined;
      this.line--;
    }
    for (;;) {
      this.end ??= this.text.indexOf('\n', this.start);
      if (this.end < 0 || this.end >= offset) return { line: this.line, column: offset - this.start + 1 };
      this.start = this.end + 1;
      this.end = undefined;
      this.line++;
    }
  }
}

/** A value as a message shows it: on one line, and not all of a long one. */
export function shown(value: unknown): string {
  if (typeof value === 'object' && value !== null) return Array.isArray(value) ? 'a list' : 'a mapping';
  const text = String(value);
  const line = text.slice(0, 80).replace(/[\p{Cc}\u2028\u2029]/gu, ' ');
  return text.length > 60 ? `${line.slice(0, 57)}...` : line;
}
