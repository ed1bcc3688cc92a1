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

/** Lines of a text by offset. */
export class Lines {
  private readonly starts: number[] = [0];

  constructor(text: string) {
    for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', end + 1)) this.starts.push(end + 1);
  }

  at(offset: number): { line: number; column: number } {
    let low = 0;
    let high = this.starts.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if (this.starts[middle]! <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - this.starts[low]! + 1 };
  }
}

/** A value as a message shows it: on one line, and not all of a long one. */
export function shown(value: unknown): string {
  if (typeof value === 'object' && value !== null) return Array.isArray(value) ? 'a list' : 'a mapping';
  const text = String(value);
  const line = text.slice(0, 80).replace(/[\p{Cc}\u2028\u2029]/gu, ' ');
  return text.length > 60 ? `${line.slice(0, 57)}...` : line;
}
