import { Places } from './places';
import { Scanner } from './scanner';

/** No rule file is nested as deep; a bomb of brackets is. */
const maxDepth = 24;
/** About what a file with a million rules has. Each takes some hundred bytes: a file of brackets alone takes no more. */
const maxContainers = 4_000_000;

/** A mapping while its members are read. */
export interface Members {
  readonly value: Record<string, unknown>;
  readonly keys: string[];
  readonly offsets: number[];
}

/** What the readers of blocks and of brackets share: the text, the places found so far, and the bounds. */
export class Builder {
  readonly scanner: Scanner;
  readonly places = new Places();
  private depth = 0;
  private containers = 0;

  constructor(text: string) {
    this.scanner = new Scanner(text);
  }

  nested<T>(read: () => T): T {
    this.depth++;
    if (this.depth > maxDepth)
      throw this.scanner.problem(
        `This is nested deeper than ${maxDepth} levels.`,
        'No key of a rule file is; look for an open bracket or wrong spaces.',
      );
    const value = read();
    this.depth--;
    return value;
  }

  keepList(items: unknown[], start: number, offsets: number[]): unknown[] {
    this.count();
    this.places.add(items, start, noKeys, offsets);
    return items;
  }

  keepMapping({ value, keys, offsets }: Members, start: number): object {
    this.count();
    this.places.add(value, start, keys, offsets);
    return value;
  }

  /** Takes a key of a mapping, which may have it once. */
  claim({ value, keys, offsets }: Members, key: string, at: number): void {
    if (Object.hasOwn(value, key))
      throw this.scanner.problem(`${shown(key)} stands here twice.`, 'Keep one of the two.', at);
    keys.push(key);
    offsets.push(at);
  }

  private count(): void {
    this.containers++;
    if (this.containers > maxContainers)
      throw this.scanner.problem(
        `The file holds more than ${maxContainers.toLocaleString('en')} lists and mappings.`,
        'Divide it into several sets.',
      );
  }
}

const noKeys: string[] = [];

/** As JSON.parse does it: `__proto__` is a key like any other. */
export function setMember({ value: members }: Members, key: string, value: unknown): void {
  if (key !== '__proto__') members[key] = value;
  else Object.defineProperty(members, key, { value, enumerable: true, configurable: true, writable: true });
}

export const shown = (text: string): string => (text.length > 60 ? `${text.slice(0, 57)}...` : text);
