import { NginxSyntaxError, type Token, tokenize } from './tokens';

export interface Directive {
  readonly name: string;
  readonly args: readonly string[];
  readonly line: number;
  /** Of the semicolon or the opening brace. */
  readonly headLine: number;
  /** Of the semicolon or the closing brace. */
  readonly lastLine: number;
  /** Directives within its braces; absent where it ends with a semicolon. */
  readonly block?: readonly Directive[];
  /** Comments above it, and behind it on its line. */
  readonly comment?: string;
}

export interface ParsedConfig {
  readonly directives: readonly Directive[];
  /** Below the last directive. */
  readonly comment?: string;
}

/** nginx has no place for a block so deep, and nobody a use for so many words. */
const maxDepth = 20;
const maxArgs = 20_000;

/** The configuration as a tree; throws NginxSyntaxError where nginx would not start with it. */
export function parseConfig(text: string): ParsedConfig {
  const reader = new TokenReader(tokenize(text));
  const directives = readBlock(reader, 0);
  return { directives, ...commentOf(reader.takeComments()) };
}

function readBlock(reader: TokenReader, depth: number): Directive[] {
  if (depth > maxDepth) throw new NginxSyntaxError(reader.line, 'blocks are nested too deeply');
  const directives: Directive[] = [];
  for (;;) {
    const token = reader.next();
    if (token === undefined || token.kind === '}') {
      const isEnd = (token === undefined) === (depth === 0);
      if (isEnd) return directives;
      throw new NginxSyntaxError(reader.line, depth > 0 ? 'a "}" is missing' : 'unexpected "}"');
    }
    if (token.kind !== 'word') throw new NginxSyntaxError(token.line, `unexpected "${token.text}"`);
    directives.push(readDirective(reader, token, depth));
  }
}

function readDirective(reader: TokenReader, name: Token, depth: number): Directive {
  const above = reader.takeComments();
  const args: string[] = [];
  for (;;) {
    const token = reader.next();
    if (token === undefined || token.kind === '}' || args.length > maxArgs)
      throw new NginxSyntaxError(name.line, `"${name.text}" does not end with ";" or a block`);
    if (token.kind === 'word') args.push(token.text);
    else {
      const comment = commentOf([...above, ...reader.takeComments(), ...reader.commentsOn(token.line)]);
      const headLine = token.line;
      const head = { name: name.text, args, line: name.line, headLine, ...comment };
      checkEnd(name, token);
      if (token.kind === ';') return { ...head, lastLine: headLine };
      const block = readBlock(reader, depth + 1);
      return { ...head, block, lastLine: reader.line };
    }
  }
}

const withBlock: ReadonlySet<string> = new Set(['http', 'server', 'map', 'location', 'if']);
const withoutBlock: ReadonlySet<string> = new Set([
  'server_name',
  'listen',
  'add_header',
  'return',
  'rewrite',
]);

/** Of directives that are read; others are refused with all that they have. */
function checkEnd({ text: name, line }: Token, { kind }: Token): void {
  if (kind === '{' && withoutBlock.has(name))
    throw new NginxSyntaxError(line, `directive "${name}" does not end with ";"`);
  if (kind === ';' && withBlock.has(name))
    throw new NginxSyntaxError(line, `directive "${name}" has no opening "{"`);
}

/** A directive as a report calls it. */
export const wordsOf = ({ name, args }: Pick<Directive, 'name' | 'args'>): string =>
  [name, ...args].join(' ');

const commentOf = (lines: readonly string[]): { comment?: string } =>
  lines.length === 0 ? {} : { comment: lines.join('\n') };

/** Hands out the words and keeps the comments that it passes. */
class TokenReader {
  private comments: string[] = [];
  private ahead: Token | undefined;
  line = 1;

  constructor(private readonly tokens: Iterator<Token, void>) {}

  next(): Token | undefined {
    for (;;) {
      const token = this.take();
      this.line = token?.line ?? this.line;
      if (token?.kind !== 'comment') return token;
      this.comments.push(token.text);
    }
  }

  takeComments(): string[] {
    const taken = this.comments;
    this.comments = [];
    return taken;
  }

  /** Comments that follow on the same line. */
  commentsOn(line: number): string[] {
    const token = this.take();
    if (token?.kind === 'comment' && token.line === line) return [token.text];
    this.ahead = token;
    return [];
  }

  private take(): Token | undefined {
    const { ahead } = this;
    this.ahead = undefined;
    return ahead ?? (this.tokens.next().value || undefined);
  }
}
