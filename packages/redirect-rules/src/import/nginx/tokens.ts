/** A word of the configuration, or one of `;`, `{` and `}` that stands for itself. */
export interface Token {
  readonly kind: 'word' | ';' | '{' | '}' | 'comment';
  readonly text: string;
  readonly line: number;
}

export class NginxSyntaxError extends Error {
  constructor(
    readonly line: number,
    message: string,
  ) {
    super(message);
    this.name = 'NginxSyntaxError';
  }
}

/** NGX_CONF_BUFFER. */
const maxWordLength = 4096;
/** nginx has no place for a block so deep. */
const maxDepth = 20;

/**
 * Words as nginx's own reader takes them (ngx_conf_read_token): quotes count only where a word begins, `${` does not
 * end a word though `{` does, `}` within a word is a letter like any other, and a backslash stays unless it stands
 * before a quote, a backslash, or `t`, `r`, `n`.
 */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  let line = 1;
  let depth = 0;
  while (at < text.length) {
    const character = text[at]!;
    if (character === '\n') line += 1;
    if (/[ \t\r\n]/.test(character)) at += 1;
    else if (character === '#') {
      const end = endOf(text, /\n/g, at);
      tokens.push({ kind: 'comment', text: text.slice(at + 1, end).trim(), line });
      at = end;
    } else if (character === ';' || character === '{' || character === '}') {
      tokens.push({ kind: character, text: character, line });
      depth += character === '{' ? 1 : character === '}' ? -1 : 0;
      if (depth > maxDepth) throw new NginxSyntaxError(line, 'blocks are nested too deeply');
      at += 1;
    } else {
      const end = character === '"' || character === "'" ? quotedEnd(text, at, line) : bareEnd(text, at);
      if (end - at > maxWordLength) throw new NginxSyntaxError(line, 'a word is longer than nginx reads one');
      const raw = text.slice(at, end);
      const isQuoted = character === '"' || character === "'";
      tokens.push({ kind: 'word', text: unescaped(isQuoted ? raw.slice(1, -1) : raw), line });
      line += raw.split('\n').length - 1;
      at = end;
    }
  }
  return tokens;
}

function endOf(text: string, pattern: RegExp, from: number): number {
  pattern.lastIndex = from;
  return pattern.exec(text)?.index ?? text.length;
}

/** Behind the closing quote, where only a space, `;`, `{` or `)` may stand. */
function quotedEnd(text: string, start: number, line: number): number {
  const quote = text[start]!;
  for (let at = start + 1; at < text.length; at += 1) {
    if (text[at] === '\\') at += 1;
    else if (text[at] === quote) {
      const next = text[at + 1] ?? ' ';
      if (!/[\s;{)]/.test(next))
        throw new NginxSyntaxError(line, `unexpected "${next}" behind a quoted word`);
      return at + 1;
    }
  }
  throw new NginxSyntaxError(line, 'a quoted word does not end');
}

function bareEnd(text: string, start: number): number {
  for (let at = start; at < text.length; at += 1) {
    const character = text[at]!;
    if (character === '\\') at += 1;
    else if (character === '$' && text[at + 1] === '{') at += 1;
    else if (/[\s;{]/.test(character)) return at;
  }
  return text.length;
}

const escapes: Readonly<Record<string, string>> = { t: '\t', r: '\r', n: '\n' };
const unescaped = (word: string): string =>
  word.replace(/\\(["'\\trn])/g, (_, character: string) => escapes[character] ?? character);
