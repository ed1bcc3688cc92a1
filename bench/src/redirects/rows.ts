import { compare, type Row } from '../compare';
import { compileRows } from './compiling';
import { functionPairs } from './in-njs';
import { instructionRows } from './instructions';
import { lookupPairs } from './lookups';

/** All rows of the redirect rules, each as soon as it is known. */
export async function* redirectRows(quick: boolean): AsyncGenerator<Row> {
  const sizes: [redirects: number, rounds: number][] = [
    [1_000, 5],
    [100_000, 5],
    [1_000_000, 1],
  ];
  for (const [redirects, rounds] of quick ? [[1_000, 1] as const] : sizes)
    yield* compileRows(redirects, rounds);
  for (const pair of [...lookupPairs(quick), ...functionPairs(quick)]) {
    yield await compare(pair, quick ? 1 : 5);
  }
  yield* instructionRows(quick);
}
