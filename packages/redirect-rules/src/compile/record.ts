import { addressLength, type ItemStore } from '../layout/address';
import { lengthDigits } from '../layout/grammar';
import { budgets, bytesIn } from '../layout/limits';
import { SiteProblem } from './problem';

/** A site's lines, cut to items. */
export interface Record {
  readonly text: string;
  readonly chunkCount: number;
}

/** Addresses that a record may end in; so many reads would never end in time anyway. */
const maxChunks = 60;

export interface RecordOptions {
  readonly site: string;
  /** The subject of the lines of paths. */
  readonly letter: string;
  readonly store: ItemStore;
}

/** What fits stands in the record, what is left in items that its last line names. */
export function recordOf(lines: readonly string[], { site, letter, store }: RecordOptions): Record {
  for (let chunkCount = 0; chunkCount <= maxChunks; chunkCount++) {
    const pointer = chunkCount === 0 ? 0 : 2 + chunkCount * addressLength;
    const [head = [], ...chunks] = cut(lines, budgets.recordBytes - pointer);
    if (chunks.length > chunkCount) continue;
    const addresses = chunks.map((chunk) => store.add('r', ended(withBlock(chunk, letter)))).join('');
    const text = ended([...withBlock(head, letter), ...(addresses === '' ? [] : [`+${addresses}`])]);
    return { text, chunkCount: chunks.length };
  }
  const bytes = bytesIn(lines.join('\n'));
  throw new SiteProblem(
    site,
    `${bytes} bytes of rules that must be tried one by one; at most ${maxChunks} items are: begin their paths with a ` +
      'literal segment, or move rules that any path may match behind them',
  );
}

const ended = (lines: readonly string[]): string => lines.map((line) => `${line}\n`).join('');

/** As many lines as fit, the first part having room for less than the others. */
function cut(lines: readonly string[], firstBytes: number): string[][] {
  const parts: string[][] = [[]];
  let left = firstBytes;
  for (const line of lines) {
    const bytes = bytesBehind(line, parts.at(-1)!.at(-1));
    if (bytes > left) {
      parts.push([]);
      left = budgets.valueBytes;
    }
    left -= bytesBehind(line, parts.at(-1)!.at(-1));
    parts.at(-1)!.push(line);
  }
  return parts;
}

/** Of a block: a path, and its rules. */
const isOfBlock = (line: string | undefined): boolean => line?.startsWith('/') === true;

/** What stands before a block: `=`, a subject, three digits, a line feed. */
const blockHeadBytes = 6;

const bytesBehind = (line: string, before: string | undefined): number =>
  bytesIn(line) + 1 + (isOfBlock(line) && !isOfBlock(before) ? blockHeadBytes : 0);

/** The lines of paths stand together; before them goes what they are, and how long. */
function withBlock(lines: readonly string[], letter: string): readonly string[] {
  const block = lines.filter(isOfBlock);
  if (block.length === 0) return lines;
  const length = block.reduce((sum, line) => sum + line.length + 1, 0);
  return lines.toSpliced(lines.indexOf(block[0]!), 0, `=${letter}${lengthDigits(length)}`);
}
