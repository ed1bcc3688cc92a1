/** A word of the configuration, a comment, or one of `;`, `{` and `}` that stands for itself. */
export interface Token {
  readonly kind: 'word' | ';' | '{' | '}' | 'comment';
  readonly text: string;
  readonly line: number;
}

export class NginxSyntaxError extends Error {
  override readonly name = 'NginxSyntaxError';
  constructor(
    readonly line: number,
    message: string,
  ) {
    super(message);
  }
}

/** NGX_CONF_BUFFER. */
const maxWordLength = 4096;

/**
 * Words as nginx's own reader takes them (ngx_conf_read_token): quotes count only where a word begins, `${` does not
 * end a word though `{` does, `}` within a word is a letter like any other, and a backslash stays unless it stands
 * before a quote, a backslash, or `t`, `r`, `n`.
 */
export function* tokenize(text: string): Generator<Token> {
  let line = 1;
  for (let at = 0; at < text.length; ) {
    const first = text[at]!;
    const end = endOfToken(text, at, line);
    const raw = text.slice(at, end);
    at = end;
    if (first === ';' || first === '{' || first === '}') yield { kind: first, text: first, line };
    else if (first === '#') yield { kind: 'comment', text: raw.slice(1).trim(), line };
    else if (first === '"' || first === "'") yield { kind: 'word', text: unescaped(raw.slice(1, -1)), line };
    else if (!/\s/.test(first)) yield { kind: 'word', text: unescaped(raw), line };
    if (raw.includes('\n')) line += raw.split('\n').length - 1;
  }
}

const blanks = /[ \t\r\n]+/y;
const comment = /#[^\n]*/y;
const bare = new RegExp(`(?:\\\\[^]|\\$\\{?|[^\\s;{\\\\$]){0,${maxWordLength + 1}}`, 'y');

function endOfToken(text: string, start: number, line: number): number {
  const first = text[start]!;
  if (first === ';' || first === '{' || first === '}') return start + 1;
  if (first === '#') return endOf(comment, text, start);
  if (/\s/.test(first)) return Math.max(endOf(blanks, text, start), start + 1);
  const end = first === '"' || first === "'" ? quotedEnd(text, start, line) : endOf(bare, text, start);
  if (end - start > maxWordLength) throw new NginxSyntaxError(line, 'a word is longer than nginx reads one');
  // A backslash that ends the file.
  return Math.max(end, start + 1);
}

function endOf(pattern: RegExp, text: string, from: number): number {
  pattern.lastIndex = from;
  return from + (pattern.exec(text)?.[0].length ?? 0);
}

/** Behind the closing quote, where only a space, `;`, `{` or `)` may stand. */
function quotedEnd(text: string, start: number, line: number): number {
  const quote = text[start]!;
  for (let at = start + 1; at < text.length; at += 1) {
    if (text[at] === '\\') at += 1;
    else if (text[at] === quote) {
      const next = text[at + 1] ?? ' ';
      if (/[\s;{)]/.test(next)) return at + 1;
      throw new NginxSyntaxError(line, `unexpected "${next}" behind a quoted word`);
    }
  }
  throw new NginxSyntaxError(line, 'a quoted word does not end');
}

const escapes: Readonly<Record<string, string>> = { t: '\t', r: '\r', n: '\n' };
const unescaped = (word: string): string =>
  word.includes('\\')
    ? word.replace(/\\(["'\\trn])/g, (_, character: string) => escapes[character] ?? character)
    : word;
