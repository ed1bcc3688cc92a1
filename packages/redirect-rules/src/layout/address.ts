import * as crypto from 'node:crypto';

/** Characters of an address: 42 bits of SHA-256. */
export const addressLength = 7;
/** What an empty page or bucket has for an address: no item lies there. */
export const nowhere = '.'.repeat(addressLength);

/** Items that say what they hold in their key: equal in all generations, and never changed while one needs them. */
export type ContentKind = 'r' | 'p' | 'b' | 'o';

export class AddressProblem extends Error {
  override readonly name = 'AddressProblem';
}

/** Where content lies: `b:Zx3-91c`. */
export const addressOf = (content: string): string => hashOf(content).slice(0, addressLength);

/** SHA-256. Node.js 20.12 does it in one call, which takes half the time. */
export const hashOf: (text: string) => string = crypto.hash
  ? (text) => crypto.hash('sha256', text, 'base64url')
  : (text) => crypto.createHash('sha256').update(text).digest('base64url');

/** Items by key; content goes in by its address. */
export class ItemStore {
  readonly items = new Map<string, string>();

  /** @returns the address. Two contents with one address in one store: once in 10,000 sets of 100,000 redirects. */
  add(kind: ContentKind, content: string): string {
    const address = addressOf(content);
    put(this.items, `${kind}:${address}`, content);
    return address;
  }
}

/** @throws AddressProblem where the key holds something else */
export function put(items: Map<string, string>, key: string, content: string): void {
  const before = items.get(key);
  if (before !== undefined && before !== content) {
    throw new AddressProblem(
      `two contents have the address ${key}: change any rule in it (a note is not enough) and compile again`,
    );
  }
  items.set(key, content);
}
