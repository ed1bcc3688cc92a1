import type { RequestLine, RunRecord } from '../src';

/** Runs as a test writes them down: a name's requests as stretches, everything else from one healthy run. */

interface Asked {
  readonly name?: string;
  readonly from: number;
  readonly to: number;
  /** Seconds between two requests at one edge. */
  readonly every?: number;
  readonly edges?: readonly string[];
  readonly side?: string;
  readonly error?: string;
}

export const edges = ['203.0.113.10', '203.0.113.20'];

/** Requests at each edge, from `from` until just before `to`. */
export function asked({
  name = 'a.example.com',
  from,
  to,
  every = 1,
  edges: at = edges,
  side,
  error,
}: Asked) {
  const lines: RequestLine[] = [];
  for (let t = from; t < to - 1e-9; t = Math.round((t + every) * 1000) / 1000)
    for (const address of at)
      lines.push(
        error === undefined
          ? { t, name, address, side, status: 200, failed: false }
          : { t, name, address, error, failed: true },
      );
  return lines;
}

export const inOrder = (...groups: readonly RequestLine[][]): RequestLine[] =>
  groups.flat().sort((one, other) => one.t - other.t);

const call = {
  t: 61,
  actor: 'handler',
  service: 'cloudfront',
  operation: 'UpdateDistribution',
  input: { Id: 'E1111111SOURCE', IfMatch: 'EOLD', DistributionConfig: { Comment: 'long '.repeat(40) } },
  outcome: 'ok',
  etag: 'ENEW',
} as const;

const wayBack = {
  short: 'By itself on trouble, or delete the stack',
  how: 'One update adds a.example.com to E1111111SOURCE again.',
};

/** A move at 65 s, edge by edge, that nobody noticed. */
export function aRun(changes: Partial<RunRecord> = {}): RunRecord {
  const requests = inOrder(
    asked({ from: 0, to: 65, side: 'source' }),
    asked({ from: 65, to: 70, edges: edges.slice(1), side: 'source' }),
    asked({ from: 65, to: 70, edges: edges.slice(0, 1), side: 'target' }),
    asked({ from: 70, to: 120, side: 'target' }),
  );
  return {
    title: 'a.example.com moves to another account',
    clock: 'virtual',
    durationSeconds: 120,
    verdict: { passed: true, reasons: [] },
    figures: figuresOf(requests),
    requests,
    finalSide: { 'a.example.com': 'target' },
    switches: [
      { t: 65, name: 'a.example.com', address: '203.0.113.10', from: 'source', to: 'target' },
      { t: 70, name: 'a.example.com', address: '203.0.113.20', from: 'source', to: 'target' },
    ],
    steps: [
      { t: 60, what: 'CREATE_IN_PROGRESS', stack: 'alias-migration', detail: 'User Initiated' },
      { t: 61, what: 'UpdateDistribution E1111111SOURCE: aliases none', detail: 'by handler' },
    ],
    stages: [
      { t: 60, of: 'Move', phase: 'LOCKING', says: 'Locking a.example.com.', wayBack },
      { t: 61, of: 'Move', phase: 'RELEASING', says: 'Cutover.', wayBack },
    ],
    wayBack: { short: 'Delete the resource', sentences: ['A delete moves a.example.com back.'] },
    dns: [
      { t: 0, name: 'a.example.com', witness: 'name servers', answer: 'CNAME d1.cloudfront.net' },
      { t: 80, name: 'a.example.com', witness: 'name servers', answer: 'CNAME d2.cloudfront.net' },
      { t: 0, name: 'a.example.com', witness: 'public resolver', answer: '203.0.113.10' },
    ],
    origins: [
      { t: 1, origin: 'origin-source.example.net', distribution: 'E1111111SOURCE', status: 200 },
      { t: 90, origin: 'origin-target.example.net', distribution: 'E2222222TARGET', status: 503 },
    ],
    calls: [
      { ...call, t: 60.5, operation: 'GetDistribution', input: { Id: 'E1111111SOURCE' }, etag: 'EOLD' },
      call,
      {
        ...call,
        t: 62,
        outcome: 'PreconditionFailed',
        etag: undefined,
        fault: 'cloudfront.UpdateDistribution.before',
      },
    ],
    stacks: [{ account: 'target', name: 'alias-migration', status: 'CREATE_COMPLETE' }],
    notes: ['E1111111SOURCE uses access logs: the local edges do not act on them.'],
    replay: 'cutover rehearse examples/cross-account --seed 1',
    ...changes,
  };
}

/** The same move with every edge refusing the name for 12 s of it. */
export function anOutage(changes: Partial<RunRecord> = {}): RunRecord {
  const error = '403: the edge refuses the name';
  const requests = inOrder(
    asked({ from: 0, to: 65, side: 'source' }),
    asked({ from: 65, to: 77, every: 0.1, error }),
    asked({ from: 77, to: 120, side: 'target' }),
  );
  const verdict = { passed: false, reasons: ['240 of 456 requests failed'] };
  return aRun({ requests, figures: { ...figuresOf(requests), longestGapMs: 12_000 }, verdict, ...changes });
}

export const figuresOf = (requests: readonly RequestLine[]): RunRecord['figures'] => ({
  requests: requests.length,
  failed: requests.filter(({ failed }) => failed).length,
  longestGapMs: 0,
  shortestVisibleHoleMs: 2000,
  shortestVisibleHoleNearChangeMs: 100,
  restoreSeconds: null,
});

const campaign = { name: 'go.example.com', rule: 'campaign', status: 302 } as const;

/** A redirect site of which one rule changes in the third second; somebody else answers a name of it once. */
export const aSite = (changes: Partial<RunRecord> = {}): RunRecord =>
  aRun({
    durationSeconds: 6,
    answersByRule: {
      everySeconds: 1,
      answers: [
        {
          ...{ ...campaign, generations: [1], location: 'https://www.example.com/summer' },
          ...{ requests: 10, from: 0, to: 2.5, perInterval: [4, 4, 2, 0, 0, 0] },
        },
        {
          ...{ name: 'shop.example.com', rule: 'unmatched', generations: [1, 2], status: 302 },
          ...{ location: 'https://www.example.com/shop/', requests: 24, from: 0, to: 5.75 },
          perInterval: [4, 4, 4, 4, 4, 4],
        },
        {
          ...{ ...campaign, generations: [2], location: 'https://www.example.com/autumn' },
          ...{ requests: 10, from: 2.25, to: 5.75, perInterval: [0, 0, 2, 4, 0, 4] },
        },
        {
          ...{ name: 'other.example.com', generations: [], status: 502 },
          ...{ requests: 1, from: 3, to: 3, perInterval: [0, 0, 0, 1, 0, 0] },
        },
      ],
    },
    ...changes,
  });
