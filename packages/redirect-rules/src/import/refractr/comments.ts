import { Lexer } from 'yaml';

export interface LineComment {
  readonly line: number;
  /** The line of content that it is about: its own, or the next one below. */
  readonly about: number;
  readonly text: string;
}

/** Characters that the lexer puts in to tell where a scalar, a document and the error of a flow begins. */
const scalarMark = '\x1f';
const marks: ReadonlySet<string> = new Set([scalarMark, '\x02', '\x18']);

/** All comments of a YAML text. The lexer knows a `#` in a text from one that begins a comment. */
export function commentsOf(text: string): LineComment[] {
  const found: { line: number; text: string; isAlone: boolean }[] = [];
  const contentLines: number[] = [];
  let line = 1;
  let isScalar = false;
  for (const lexeme of new Lexer().lex(text)) {
    if (marks.has(lexeme)) {
      isScalar = lexeme === scalarMark;
      continue;
    }
    const isComment = !isScalar && lexeme.startsWith('#');
    if (isComment)
      found.push({
        line,
        text: lexeme.replace(/^#+ ?/, '').trimEnd(),
        isAlone: contentLines.at(-1) !== line,
      });
    else if (lexeme.trim() !== '') contentLines.push(line);
    line += lexeme.split('\n').length - 1;
    if (!isComment && lexeme.trim() !== '' && !lexeme.endsWith('\n')) contentLines.push(line);
    isScalar = false;
  }
  return found.map(aboutLines(contentLines));
}

/** Lines come in order, so each search goes on where the one before it ended. */
function aboutLines(contentLines: readonly number[]) {
  let at = 0;
  return ({ line, text, isAlone }: { line: number; text: string; isAlone: boolean }): LineComment => {
    while (at < contentLines.length && contentLines[at]! <= line) at += 1;
    return { line, text, about: isAlone ? (contentLines[at] ?? Number.POSITIVE_INFINITY) : line };
  };
}

/** Comments by the line that they are about, to be taken by whoever is made of that line. */
export class CommentBook {
  private readonly byLine = new Map<number, string[]>();

  constructor(comments: readonly LineComment[]) {
    for (const { about, text } of comments) this.byLine.set(about, [...(this.byLine.get(about) ?? []), text]);
  }

  /** Those about one line. */
  take(line: number): string[] {
    const texts = this.byLine.get(line) ?? [];
    this.byLine.delete(line);
    return texts;
  }

  /** Those that nobody has taken, of all lines before one. They are taken from top to bottom. */
  takeBefore(line: number): string[] {
    const taken: string[] = [];
    for (const about of this.byLine.keys()) {
      if (about >= line) break;
      taken.push(...this.take(about));
    }
    return taken;
  }
}
