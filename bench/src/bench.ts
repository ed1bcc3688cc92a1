import { cpus } from 'node:os';
import { startLocalAws } from '@cutover/local-aws';
import { callPairs } from './aws-call';
import { compare, type Pair, type Row } from './compare';
import { edgePairs } from './edge';
import { explorationPair } from './exploration';
import { moveRows } from './moves/rows';
import { redirectRows } from './redirects/rows';
import { siteRows } from './site/rows';
import { account, fill, originDomainName, startedAt } from './small-world';
import { turnPairs } from './turn';

/** For the processes that measure one compile each. */
export { compileOnce } from './redirects/compiling';
export { redirectRows } from './redirects/rows';

export interface BenchOptions {
  readonly json: boolean;
  readonly quick: boolean;
  readonly print: (text: string) => void;
}

/** Measures row by row; for people each is printed as soon as it is known. */
export async function bench({ json, quick, print }: BenchOptions): Promise<void> {
  const rounds = quick ? 1 : 7;
  const times = quick ? { request: 5, call: 5, turn: 1 } : { request: 300, call: 200, turn: 5 };
  const rows: Row[] = [];
  const tell = (row: Row): void => {
    rows.push(row);
    if (!json) print(lineOf(row));
  };
  const measure = async (pair: Pair, ofRounds = rounds): Promise<void> => tell(await compare(pair, ofRounds));
  const aws = await startLocalAws({
    seed: 'bench',
    startedAt,
    accounts: [account],
    origins: [{ domainName: originDomainName, rules: [] }],
  });
  fill(aws.world);
  const edge = await edgePairs(aws, times.request);
  const calls = callPairs(aws, times.call);
  try {
    for (const pair of [...edge.pairs, ...calls.pairs, ...turnPairs(aws, times.turn)]) await measure(pair);
  } finally {
    edge.stop();
    calls.stop();
    await aws.stop();
  }
  // A schedule through the wire takes seconds.
  if (!quick) await measure(explorationPair(5), 3);
  for await (const row of moveRows(quick)) tell(row);
  for await (const row of redirectRows(quick)) tell(row);
  for await (const row of siteRows(quick)) tell(row);
  if (json) print(`${JSON.stringify({ ...machine(), rows }, null, 2)}\n`);
}

function machine() {
  const [first] = cpus();
  return { node: process.version, processor: first?.model ?? 'unknown', cores: cpus().length };
}

const lineOf = ({ name, unit, ours, peer, ratio, against }: Row): string =>
  `${name.padEnd(48)} ${shown(ours)} ${unit.padEnd(10)} x ${shown(ratio)} of ${against} (${shown(peer).trim()})\n`;

const shown = (value: number): string => value.toPrecision(3).padStart(7);
