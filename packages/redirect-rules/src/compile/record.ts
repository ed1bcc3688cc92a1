import { addressLength, type ItemStore } from '../layout/address';
import { budgets, bytesIn } from '../layout/limits';
import { SiteProblem } from './problem';

/** A site's lines, cut to items. */
export interface Record {
  readonly text: string;
  readonly chunkCount: number;
}

/** Addresses that a record may end in; so many reads would never end in time anyway. */
const maxChunks = 60;

/** What fits stands in the record, what is left in items that its last line names. */
export function recordOf(lines: readonly string[], site: string, store: ItemStore): Record {
  for (let chunkCount = 0; chunkCount <= maxChunks; chunkCount++) {
    const pointer = chunkCount === 0 ? 0 : 2 + chunkCount * addressLength;
    const [head = [], ...chunks] = cut(lines, budgets.recordBytes - pointer);
    if (chunks.length > chunkCount) continue;
    const addresses = chunks.map((chunk) => store.add('r', chunk.join('\n'))).join('');
    const text = [...head, ...(addresses === '' ? [] : [`+${addresses}`])].join('\n');
    return { text, chunkCount: chunks.length };
  }
  const bytes = bytesIn(lines.join('\n'));
  throw new SiteProblem(
    site,
    `${bytes} bytes of rules that must be tried one by one; at most ${maxChunks} items are: begin their paths with a ` +
      'literal segment, or move rules that any path may match behind them',
  );
}

/** As many lines as fit, the first part having room for less than the others. */
function cut(lines: readonly string[], firstBytes: number): string[][] {
  const parts: string[][] = [[]];
  let left = firstBytes;
  for (const line of lines) {
    const bytes = bytesIn(line) + 1;
    if (bytes > left + 1) {
      parts.push([]);
      left = budgets.valueBytes;
    }
    parts.at(-1)!.push(line);
    left -= bytes;
  }
  return parts;
}
