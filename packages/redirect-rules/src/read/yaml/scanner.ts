import { SyntaxProblem } from './syntax-problem';

const maxTextLength = 65_536;
const maxIndent = 1_000;

/**
 * A place in the text, and the steps that every construct of YAML takes: blanks, comments, ends of lines. No step looks
 * further than it goes: a file may be one line of 10 MB.
 */
export class Scanner {
  at = 0;
  private lineStart = 0;

  constructor(readonly text: string) {}

  get isEnd(): boolean {
    return this.at >= this.text.length;
  }

  get char(): string {
    return this.text.charAt(this.at);
  }

  get column(): number {
    return this.at - this.lineStart;
  }

  /** Goes to the next token past blanks, comments and line ends; true where that is on a later line. */
  toContent(): boolean {
    let isLater = false;
    for (;;) {
      const isAfterBlank = this.skipBlanks() || this.column === 0;
      if (this.char === '#' && isAfterBlank) this.at = this.lineEnd();
      if (this.char !== '\n') return isLater;
      this.toNextLine();
      isLater = true;
    }
  }

  /** Where it is, to come back to after a look ahead. */
  mark(): { readonly at: number; readonly lineStart: number } {
    return { at: this.at, lineStart: this.lineStart };
  }

  reset(mark: { readonly at: number; readonly lineStart: number }): void {
    this.at = mark.at;
    this.lineStart = mark.lineStart;
  }

  /** The line feed that ends the line, or the end of the text. */
  lineEnd(): number {
    const end = this.text.indexOf('\n', this.at);
    return end < 0 ? this.text.length : end;
  }

  /** To the start of the next line; to the end where there is none. */
  toNextLine(): void {
    this.at = this.char === '\n' ? this.at + 1 : Math.min(this.lineEnd() + 1, this.text.length);
    if (this.text.charAt(this.at - 1) === '\n') this.lineStart = this.at;
  }

  /** Past spaces and tabs, true where there were any. */
  skipBlanks(): boolean {
    const start = this.at;
    while (this.char === ' ' || this.char === '\t') this.at++;
    return this.at > start;
  }

  /** Whether only blanks stand before the token, and a tab is one of them: only spaces tell how deep it is. */
  get isIndentedByTab(): boolean {
    let offset = this.lineStart;
    while (this.text[offset] === ' ') offset++;
    return this.text[offset] === '\t' && offset < this.at && this.column <= maxIndent;
  }

  /** `-`, `?` and `:` are indicators only before a blank or the end of the line. */
  isIndicator(indicator: string): boolean {
    return this.char === indicator && isBlank(this.text.charAt(this.at + 1));
  }

  /** `---` or `...` at the start of a line. */
  isMarker(marker: string): boolean {
    return (
      this.column === 0 && this.text.startsWith(marker, this.at) && isBlank(this.text.charAt(this.at + 3))
    );
  }

  /** Bounds a text that goes from `start` to `end`, quotes and all. */
  checkLength(start: number, end: number): void {
    if (end - start > maxTextLength)
      throw this.problem(
        `A text is longer than ${maxTextLength.toLocaleString('en')} characters.`,
        'No key takes as much; look for a quote that is not closed, or a line that lost its line end.',
        start,
      );
  }

  problem(what: string, instead: string, offset = this.at): SyntaxProblem {
    return new SyntaxProblem(offset, what, instead);
  }
}

/** A pattern for blanks at the end would look at every blank within, again and again. */
export function trimBlanks(text: string): string {
  let end = text.length;
  while (text[end - 1] === ' ' || text[end - 1] === '\t') end--;
  return text.slice(0, end);
}

/** A blank, the end of a line, or the end of the text. */
export const isBlank = (char: string): boolean =>
  char === ' ' || char === '\n' || char === '' || char === '\t';
