/** Offsets of what a mapping or a list holds, in the text that it was read from. */
interface Held {
  readonly start: number;
  /** Of a mapping, in the order of the text, which is not always that of the object (`'7'` goes first there). */
  readonly keys: readonly string[];
  /** Of a mapping a key's and a value's in turn, of a list its items'. */
  readonly offsets: readonly number[];
}

/** Where the parts of a document stand, kept beside the plain data that everybody else works on. */
export class Places {
  private readonly held = new Map<unknown, Held>();

  add(container: object, start: number, keys: readonly string[], offsets: readonly number[]): void {
    this.held.set(container, { start, keys, offsets });
  }

  /** Where a mapping or a list begins. */
  startOf(container: unknown): number {
    return this.held.get(container)?.start ?? 0;
  }

  keyOf(mapping: unknown, key: string): number {
    return this.offset(mapping, key, 0);
  }

  /** Of a member by its key or of an item by its place; where there is none, of the whole. */
  valueOf(container: unknown, key: string | number): number {
    if (typeof key === 'number') return this.held.get(container)?.offsets[key] ?? this.startOf(container);
    return this.offset(container, key, 1);
  }

  private offset(mapping: unknown, key: string, half: 0 | 1): number {
    const held = this.held.get(mapping);
    const found = held?.keys.indexOf(key) ?? -1;
    return (found < 0 ? undefined : held?.offsets[2 * found + half]) ?? this.startOf(mapping);
  }
}
