import { isUtf8 } from 'node:buffer';

/** More than any request line and its headers, which CloudFront bounds to some 28,000 bytes together. */
const maxLineBytes = 1024 * 1024;
const lineFeed = 10;

export interface Line {
  /** Counts from 1. */
  readonly number: number;
  readonly text?: string;
  /** Why there is no text. */
  readonly trouble?: string;
}

/**
 * Lines of what comes in pieces: those that a piece completes, together. No more than one line is kept in memory; of one
 * that is too long, nothing is.
 */
export async function* linesOf(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Line[]> {
  const splitter = new Splitter();
  for await (const piece of pieces) {
    const lines = splitter.add(Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength));
    if (lines.length > 0) yield lines;
  }
  const last = splitter.end();
  if (last !== undefined) yield [last];
}

class Splitter {
  private number = 0;
  private begun: Buffer[] = [];
  private size = 0;

  add(piece: Buffer): Line[] {
    const lines: Line[] = [];
    let from = 0;
    for (let end = piece.indexOf(lineFeed); end >= 0; end = piece.indexOf(lineFeed, from)) {
      this.keep(piece.subarray(from, end));
      lines.push(this.take());
      from = end + 1;
    }
    this.keep(piece.subarray(from));
    return lines;
  }

  /** What stands behind the last line feed. */
  end(): Line | undefined {
    return this.size > 0 ? this.take() : undefined;
  }

  private keep(bytes: Buffer): void {
    this.size += bytes.length;
    if (this.size > maxLineBytes) this.begun = [];
    else if (bytes.length > 0) this.begun.push(bytes);
  }

  private take(): Line {
    const { size } = this;
    const bytes = Buffer.concat(this.begun);
    this.begun = [];
    this.size = 0;
    this.number += 1;
    const { number } = this;
    if (size > maxLineBytes) return { number, trouble: `it is longer than ${maxLineBytes} bytes` };
    if (!isUtf8(bytes)) return { number, trouble: 'its bytes are no UTF-8' };
    return { number, text: bytes.toString('utf8') };
  }
}
