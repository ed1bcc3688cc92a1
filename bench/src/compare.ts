/** One of the two that are compared. */
export interface Side {
  /** @returns one sample, in the unit of the pair */
  sample(): Promise<number>;
}

/** What is compared with what. */
export interface Pair {
  readonly name: string;
  readonly unit: 'ms' | 'us' | 'per second';
  readonly ours: Side;
  readonly peer: Side;
  /** Names the peer. */
  readonly against: string;
}

/** Medians of one pair. */
export interface Row {
  readonly name: string;
  readonly unit: string;
  readonly ours: number;
  readonly peer: number;
  readonly against: string;
  /** Ours divided by the peer's. */
  readonly ratio: number;
}

/**
 * Takes samples in turns, so that whatever else the machine does meanwhile falls on both sides. The first round warms
 * up and does not count.
 */
export async function compare({ ours, peer, ...pair }: Pair, rounds: number): Promise<Row> {
  await ours.sample();
  await peer.sample();
  const samples: { ours: number; peer: number }[] = [];
  for (let round = 0; round < rounds; round++) {
    samples.push({ ours: await ours.sample(), peer: await peer.sample() });
  }
  return rowOf(pair, samples);
}

export function rowOf(
  what: Pick<Row, 'name' | 'unit' | 'against'>,
  samples: readonly { readonly ours: number; readonly peer: number }[],
): Row {
  const medians = {
    ours: median(samples.map((sample) => sample.ours)),
    peer: median(samples.map((sample) => sample.peer)),
  };
  return { ...what, ...medians, ratio: medians.ours / medians.peer };
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

/** Does something so often, one after the other. */
export const msEach = (times: number, run: () => Promise<unknown>): Side => ({
  async sample() {
    const started = performance.now();
    for (let i = 0; i < times; i++) await run();
    return (performance.now() - started) / times;
  },
});
