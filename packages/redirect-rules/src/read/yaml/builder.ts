import { Places } from './places';
import { Scanner } from './scanner';
import type { SyntaxProblem } from './syntax-problem';

/** No rule file is nested as deep; a bomb of brackets is. */
const maxDepth = 24;
/** What no rule file needs, and what a bomb needs to take seconds and gigabytes: each costs some hundred bytes. */
const maxContainers = 1_000_000;
const maxItems = 1_000_000;
const maxKeys = 1_000;

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
  private items = 0;

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

  /** Takes an item of a list. */
  item(items: unknown[], value: unknown, offsets: number[], at: number): void {
    this.items++;
    if (this.items > maxItems) throw this.tooLarge(maxItems, 'items');
    // No key takes one, and lists of lists are the cheapest of bombs.
    if (Array.isArray(value))
      throw this.scanner.problem('A list stands in a list.', 'Write its items into the list around it.', at);
    items.push(value);
    offsets.push(at);
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
    if (keys.length >= maxKeys)
      throw this.scanner.problem(
        `A mapping has more than ${maxKeys} keys.`,
        'Rules are items of a list: begin each with a dash.',
        at,
      );
    keys.push(key);
    offsets.push(at);
  }

  private count(): void {
    this.containers++;
    if (this.containers > maxContainers) throw this.tooLarge(maxContainers, 'lists and mappings');
  }

  private tooLarge(limit: number, of: string): SyntaxProblem {
    return this.scanner.problem(
      `The file has more than ${limit.toLocaleString('en')} ${of}.`,
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
