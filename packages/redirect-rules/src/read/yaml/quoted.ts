import { type Scanner, trimBlanks } from './scanner';

const escapes: Readonly<Record<string, string>> = {
  '0': '\0',
  a: '\x07',
  b: '\b',
  t: '\t',
  '\t': '\t',
  n: '\n',
  v: '\v',
  f: '\f',
  r: '\r',
  e: '\x1b',
  ' ': ' ',
  '"': '"',
  '/': '/',
  '\\': '\\',
  N: '\x85',
  _: '\xa0',
  L: '\u2028',
  P: '\u2029',
};
const digits: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 };

/** `'it''s'` or `"a\tb"`, over several lines too; ends behind the closing quote. */
export function readQuoted(scanner: Scanner): string {
  const start = scanner.at;
  const close = closingQuote(scanner);
  scanner.checkLength(start, close);
  const raw = scanner.text.slice(start + 1, close);
  while (raw.includes('\n') && scanner.lineEnd() < close) scanner.toNextLine();
  scanner.at = close + 1;
  const folded = raw.includes('\n') ? fold(raw, scanner.text[start] === '"') : raw;
  if (scanner.text[start] === "'") return folded.replaceAll("''", "'");
  return folded.includes('\\') ? withoutEscapes(folded, scanner, start) : folded;
}

function closingQuote(scanner: Scanner): number {
  const { text, at: start } = scanner;
  const quote = text[start]!;
  let end = text.indexOf(quote, start + 1);
  for (; end >= 0; end = text.indexOf(quote, end + 1)) {
    if (quote === '"') {
      if (!isEscaped(text, end)) return end;
    } else if (text[end + 1] === "'") end++;
    else return end;
  }
  throw scanner.problem('A quote is opened here and never closed.', `Close it with ${quote}.`, start);
}

/** Whether an odd number of backslashes stands before. */
function isEscaped(text: string, offset: number): boolean {
  let start = offset;
  while (text[start - 1] === '\\') start--;
  return (offset - start) % 2 === 1;
}

/** A line end becomes a space, empty lines between become line ends; an escaped line end joins without. */
function fold(raw: string, hasEscapes: boolean): string {
  const lines = raw.split('\n');
  const pieces: string[] = [];
  let breaks = 0;
  let isJoined = false;
  for (const [place, line] of lines.entries()) {
    const isLast = place === lines.length - 1;
    const text = place === 0 ? line : line.trimStart();
    if (trimBlanks(text) === '' && place > 0 && !isLast) {
      breaks++;
      continue;
    }
    if (breaks > 0) pieces.push('\n'.repeat(breaks));
    else if (place > 0 && !isJoined) pieces.push(' ');
    isJoined = hasEscapes && !isLast && isEscaped(text, text.length);
    pieces.push(isJoined ? text.slice(0, -1) : isLast ? text : trimLine(text, hasEscapes));
    breaks = 0;
  }
  return pieces.join('');
}

/** Without blanks at its end; one that a backslash stands before stays. */
function trimLine(text: string, hasEscapes: boolean): string {
  const trimmed = trimBlanks(text);
  return hasEscapes && isEscaped(trimmed, trimmed.length) ? text.slice(0, trimmed.length + 1) : trimmed;
}

function withoutEscapes(text: string, scanner: Scanner, start: number): string {
  return text.replace(/\\(?:x[\da-fA-F]{2}|u[\da-fA-F]{4}|U[\da-fA-F]{8}|[\s\S])/g, (sequence) => {
    const letter = sequence[1]!;
    const plain = escapes[letter];
    if (plain !== undefined) return plain;
    const code = Number.parseInt(sequence.slice(2), 16);
    if (sequence.length === 2 + (digits[letter] ?? 0) && code <= 0x10ffff) return String.fromCodePoint(code);
    throw scanner.problem(
      `${sequence} is no escape of YAML.`,
      'Write \\\\ for a backslash, or put the text in single quotes, where a backslash is a backslash.',
      start,
    );
  });
}
