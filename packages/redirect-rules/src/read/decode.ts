import { SyntaxProblem } from './yaml/syntax-problem';

/** Some 700,000 rules. What is larger is no file that a person keeps, and reading it would take gigabytes. */
export const maxLength = 64 * 1024 * 1024;
/** What no text file has; a lone carriage return is a line end to some and none to others. */
const unreadable = /(?![\t\n\u0085])[\p{Cc}\p{Cs}\ufffe\uffff]/u;

/**
 * A file as text, with line feeds alone at the ends of lines.
 *
 * @throws SyntaxProblem where the bytes are no UTF-8, or the text has what no text file has
 */
export function decode(input: string | Uint8Array): string {
  if (input.length > maxLength)
    throw new SyntaxProblem(0, 'The file is larger than 64 MB.', 'Divide it into several sets.');
  const text = withLineFeeds(typeof input === 'string' ? input : decodeBytes(input));
  const offset = text.search(unreadable);
  if (offset < 0) return text;
  const code = text.codePointAt(offset)!.toString(16).toUpperCase().padStart(4, '0');
  throw new BadText(
    text,
    offset,
    `There is a character here that no text has (U+${code}).`,
    'Save the file as UTF-8 text; write such a character as an escape in double quotes: "\\x07".',
  );
}

const withLineFeeds = (text: string): string =>
  text
    .replace(/^\ufeff/, '')
    .replaceAll('\r\n', '\n')
    .replaceAll('\r', '\n');

/** A mistake in a text that is read no further. */
export class BadText extends SyntaxProblem {
  constructor(
    /** Up to the mistake at least, for its line. */
    readonly text: string,
    ...rest: ConstructorParameters<typeof SyntaxProblem>
  ) {
    super(...rest);
  }
}

function decodeBytes(bytes: Uint8Array): string {
  const isUtf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  if (isUtf16) throw new SyntaxProblem(0, 'The file is UTF-16.', 'Save it as UTF-8.');
  const text = textOf(bytes);
  if (text !== undefined) return text;
  const bad = firstBad(bytes);
  const before = withLineFeeds(textOf(bytes.subarray(0, bad)) ?? '');
  throw new BadText(
    before,
    before.length,
    `The bytes here are no UTF-8 (byte ${bad}: 0x${bytes[bad]!.toString(16)}).`,
    'Save the file as UTF-8; another encoding, such as Latin-1, was used, or it is no text.',
  );
}

/** Undefined where they are no UTF-8. */
function textOf(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (error) {
    // By its name: under jest the decoder's TypeError is another realm's.
    if ((error as Error).name !== 'TypeError') throw error;
    return undefined;
  }
}

/** The first byte of what is no UTF-8, which the decoder does not say: found by halving. */
function firstBad(bytes: Uint8Array): number {
  let good = 0;
  let end = bytes.length;
  while (end - good > 8) {
    let middle = (good + end) >> 1;
    for (let steps = 0; steps < 3 && isWithinCharacter(bytes[middle]!); steps++) middle--;
    if (textOf(bytes.subarray(good, middle)) === undefined) end = middle;
    else good = middle;
  }
  while (textOf(bytes.subarray(good, end)) === undefined) end--;
  return end;
}

const isWithinCharacter = (byte: number): boolean => byte >= 0x80 && byte < 0xc0;
