/** A price, and how far it may be trusted. */
export interface Price {
  readonly of: string;
  readonly dollarsPerMillion: number;
  /** A month, for ever, in each account: AWS's pricing page, read in 2026. */
  readonly freeMillions: number;
  /** `second-hand`: the pricing page loads its figures later, so that they were read elsewhere. */
  readonly basis: 'second-hand';
  readonly source: string;
}

/** The day on which the figures were gathered; prices change, and theirs are not ours. */
export const gatheredOn = '2026-11-22';

/** What a redirect costs in North America and Europe: other regions ask more for requests. */
export const prices = {
  requests: {
    of: 'HTTPS requests',
    dollarsPerMillion: 1,
    freeMillions: 10,
    basis: 'second-hand',
    source: 'public articles that quote $0.0100 per 10,000',
  },
  invocations: {
    of: 'runs of the function',
    dollarsPerMillion: 0.1,
    freeMillions: 2,
    basis: 'second-hand',
    source: 'public lists of billing codes',
  },
  reads: {
    of: 'reads of the store',
    dollarsPerMillion: 0.03,
    freeMillions: 2,
    basis: 'second-hand',
    source: 'public articles',
  },
} as const satisfies Record<string, Price>;

/** Changes of the store are billed by call: $1 per 1,000, second-hand too. */
export const dollarsPerStoreCall = 0.001;
