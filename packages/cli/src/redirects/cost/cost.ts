import { type Price, prices } from './prices';

/** The traffic of a month. */
export interface Traffic {
  /** Answers that visitors get, in millions, those of their own browsers' caches included. */
  readonly millions: number;
  /** Of these, the share that a browser answers itself, since `CacheControl` lets it: 0 to 1. */
  readonly repeated: number;
  /** Reads of the store for a request. */
  readonly reads: number;
}

export interface Item {
  readonly of: string;
  readonly millions: number;
  readonly billedMillions: number;
  readonly dollars: number;
}

export interface Cost {
  readonly items: readonly Item[];
  readonly dollars: number;
}

/**
 * What a month costs. A function answers before the edge's cache is asked, so that each request which reaches the edge is
 * a run of it: only what browsers keep is saved.
 */
export function costOf({ millions, repeated, reads }: Traffic): Cost {
  const reaching = millions * (1 - repeated);
  const items = [
    billed(prices.requests, reaching),
    billed(prices.invocations, reaching),
    billed(prices.reads, reaching * reads),
  ];
  return { items, dollars: items.reduce((sum, item) => sum + item.dollars, 0) };
}

function billed({ of, dollarsPerMillion, freeMillions }: Price, millions: number): Item {
  const billedMillions = Math.max(0, millions - freeMillions);
  return { of, millions, billedMillions, dollars: billedMillions * dollarsPerMillion };
}

/** Closer than a hundredth of a million nobody's traffic is known. */
const steps = 60;

/** How many millions of answers a month cost as much as servers that always run. */
export function breakEvenMillions(serverDollars: number, traffic: Omit<Traffic, 'millions'>): number {
  if (traffic.repeated >= 1) return Number.POSITIVE_INFINITY;
  const costs = (millions: number): number => costOf({ ...traffic, millions }).dollars;
  let [low, high] = [0, 1];
  while (costs(high) < serverDollars) high *= 2;
  for (let step = 0; step < steps; step += 1) {
    const middle = (low + high) / 2;
    if (costs(middle) < serverDollars) low = middle;
    else high = middle;
  }
  return high;
}
