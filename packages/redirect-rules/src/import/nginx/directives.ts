import { NginxSyntaxError, type Token, tokenize } from './tokens';

export interface Directive {
  readonly name: string;
  readonly args: readonly string[];
  readonly line: number;
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

/** The configuration as a tree; throws NginxSyntaxError where nginx would not start with it. */
export function parseConfig(text: string): ParsedConfig {
  const reader = new TokenReader(tokenize(text));
  const directives = readBlock(reader, false);
  return { directives, ...commentOf(reader.takeComments()) };
}

function readBlock(reader: TokenReader, isNested: boolean): Directive[] {
  const directives: Directive[] = [];
  for (;;) {
    const token = reader.next();
    if (token === undefined || token.kind === '}') {
      if ((token === undefined) === isNested)
        throw new NginxSyntaxError(reader.line, isNested ? 'a "}" is missing' : 'unexpected "}"');
      return directives;
    }
    if (token.kind !== 'word') throw new NginxSyntaxError(token.line, `unexpected "${token.text}"`);
    directives.push(readDirective(reader, token));
  }
}

function readDirective(reader: TokenReader, name: Token): Directive {
  const above = reader.takeComments();
  const args: string[] = [];
  for (;;) {
    const token = reader.next();
    if (token === undefined || token.kind === '}')
      throw new NginxSyntaxError(name.line, `"${name.text}" does not end with ";" or a block`);
    if (token.kind === 'word') args.push(token.text);
    else {
      const comment = commentOf([...above, ...reader.takeComments(), ...reader.commentsOn(token.line)]);
      const head = { name: name.text, args, line: name.line, ...comment };
      return token.kind === ';' ? head : { ...head, block: readBlock(reader, true) };
    }
  }
}

const commentOf = (lines: readonly string[]): { comment?: string } =>
  lines.length === 0 ? {} : { comment: lines.join('\n') };

/** Hands out the words and keeps the comments that it passes. */
class TokenReader {
  private at = 0;
  private comments: string[] = [];
  line = 1;

  constructor(private readonly tokens: readonly Token[]) {}

  next(): Token | undefined {
    for (;;) {
      const token = this.tokens[this.at];
      this.at += 1;
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
    const token = this.tokens[this.at];
    if (token?.kind !== 'comment' || token.line !== line) return [];
    this.at += 1;
    return [token.text];
  }
}
