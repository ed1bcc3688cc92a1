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
  const below = (own: number) => contentLines.find((content) => content > own) ?? Number.POSITIVE_INFINITY;
  return found.map((comment) => ({
    line: comment.line,
    text: comment.text,
    about: comment.isAlone ? below(comment.line) : comment.line,
  }));
}

/** Comments by the line that they are about, to be taken by whoever is made of that line. */
export class CommentBook {
  private readonly left: LineComment[];

  constructor(comments: readonly LineComment[]) {
    this.left = [...comments];
  }

  /** Those about lines from the first to before the last. */
  take(from: number, before: number = from + 1): string[] {
    const taken = this.left.filter(({ about }) => about >= from && about < before);
    for (const comment of taken) this.left.splice(this.left.indexOf(comment), 1);
    return taken.map(({ text }) => text);
  }
}
