import { addressLength, hashOf, type ItemStore } from '../layout/address';
import { lengthDigits, tableLetters } from '../layout/grammar';
import { budgets, bytesIn } from '../layout/limits';

/** Answers in the site's own record; what is above, or beyond this in sum, lies in items of its own: a read more. */
export const longestInline = 400;
const inlineBytes = 480;
const maxInline = 24;

/** The texts of a site's rules that rules name by a letter, and the answer of most, which they need not name. */
export interface Table {
  /** Record lines. */
  readonly lines: readonly string[];
  /** For an answer's text, what its rules say: nothing, a letter, or addresses. */
  readonly nameOf: ReadonlyMap<string, string>;
  readonly letters: ReadonlySet<string>;
  readonly bytes: number;
}

/** Puts what the most rules answer into the table. */
export function tableOf(answers: ReadonlyMap<string, number>, store: ItemStore): Table {
  const ordered = [...answers].sort(([one, many], [other, more]) => more - many || (one < other ? -1 : 1));
  const inline: string[] = [];
  let bytes = 0;
  for (const [text] of ordered) {
    const size = bytesIn(text) + 3;
    if (size > longestInline || bytes + size > inlineBytes || inline.length === maxInline) continue;
    inline.push(text);
    bytes += size;
  }
  const main = mainOf(inline, answers);
  const letters = lettersFor(
    inline.filter((text) => text !== main),
    new Set(),
  );
  const nameOf = new Map(
    ordered.map(([text]) => [text, text === main ? '' : (letters.get(text) ?? stored(text, store))]),
  );
  const lines = [...(main === undefined ? [] : [`!${main}`]), ...tableLines(letters)];
  return { lines, nameOf, letters: new Set(letters.values()), bytes };
}

/** Compared coarsely, so that a rule more or less seldom makes it another: that would change every item. */
function mainOf(inline: readonly string[], answers: ReadonlyMap<string, number>): string | undefined {
  const rankOf = (text: string): number => Math.floor(Math.log2(answers.get(text)!));
  return [...inline].sort((one, other) => rankOf(other) - rankOf(one) || (one < other ? -1 : 1))[0];
}

/** As records have them: none, or one. */
export function tableLines(letters: ReadonlyMap<string, string>): string[] {
  if (letters.size === 0) return [];
  const entries = `\r${[...letters].map(([text, letter]) => `${letter}${text}\r`).join('')}`;
  return [`&${lengthDigits(entries.length)}${entries}`];
}

/**
 * A letter for each text, of the text itself where it is free: a text more or less leaves the others' letters, and with
 * them the buckets that name them, as they are.
 */
export function lettersFor(texts: readonly string[], taken: ReadonlySet<string>): Map<string, string> {
  const used = new Set(taken);
  const letters = new Map<string, string>();
  for (const text of [...texts].sort()) {
    const wanted = Number.parseInt(Buffer.from(hashOf(text), 'base64url').toString('hex').slice(0, 4), 16);
    for (let step = 0; ; step++) {
      const letter = tableLetters[(wanted + step) % tableLetters.length]!;
      if (used.has(letter)) continue;
      used.add(letter);
      letters.set(text, letter);
      break;
    }
  }
  return letters;
}

/** In as many items as it takes. @returns their addresses */
function stored(text: string, store: ItemStore): string {
  return pieces(text)
    .map((piece) => store.add('o', piece))
    .join('');
}

/** How many reads an answer takes beyond the record. */
export const readsOf = (name: string): number => Math.floor(name.length / addressLength);

/** Cut between characters, each below the limit of a value. */
function pieces(text: string): string[] {
  const all: string[] = [];
  let piece = '';
  let bytes = 0;
  for (const character of text) {
    const size = bytesIn(character);
    if (bytes + size > budgets.valueBytes) {
      all.push(piece);
      piece = '';
      bytes = 0;
    }
    piece += character;
    bytes += size;
  }
  return [...all, piece];
}
