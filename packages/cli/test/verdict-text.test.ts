import { renderVerdict } from '../src/live/verdict-text';
import type { RehearsalReport } from '../src/rehearsal/report';

const passed: RehearsalReport = {
  verdict: 'PASSED',
  reasons: [],
  requests: 18_412,
  failed: 0,
  retried421: 0,
  longestGapMs: 0,
  shortestVisibleHoleMs: 500,
  shortestVisibleHoleNearChangeMs: 100,
  restoreSeconds: null,
  steps: [
    { t: 65, what: 'add *.example.com to the target', detail: 'E2222222TARGET', stack: 'migration' },
    { t: 365.2, what: 'replace *.example.com by the names' },
  ],
  switches: [
    { t: 301.25, name: 'a.example.com', address: '203.0.113.10', from: 'source', to: 'target' },
    { t: 309, name: 'a.example.com', address: '203.0.113.20', from: 'source', to: 'target' },
  ],
  finalSide: { 'a.example.com': 'target', 'b.example.com': 'source' },
  failures: [],
  hints: [
    {
      stack: 'migration',
      logicalId: 'Move',
      warnings: ['E2222222TARGET: after the move, an outage.'],
      reconcileSource: 'DistributionConfig:\n  Aliases: []\n',
      reconcileTarget: 'DistributionConfig:\n  Aliases:\n    - a.example.com\n',
    },
  ],
  notes: ['E1111111SOURCE uses Lambda@Edge: kept as configured, but the local edges do not act on them.'],
  stacks: [{ account: '310123456789', name: 'migration', status: 'CREATE_COMPLETE' }],
  wallSeconds: 31.4,
  simulatedSeconds: 1265,
  seed: '7',
  replay: 'cutover rehearse examples/cross-account --seed 7',
};
const failed: RehearsalReport = {
  ...passed,
  verdict: 'FAILED',
  reasons: ['the stack migration ended ROLLBACK_COMPLETE'],
  failed: 40,
  longestGapMs: 12_300,
  restoreSeconds: 12.34,
  failures: [
    {
      name: 'a.example.com',
      reason: '500 from target',
      count: 40,
      addresses: ['203.0.113.10'],
      from: 301.2,
      to: 313.5,
    },
  ],
  notes: ['E1111111SOURCE uses Lambda@Edge: kept as configured, but the local edges do not act on them.'],
  stacks: [
    { account: '310123456789', name: 'migration', status: 'ROLLBACK_COMPLETE', reason: 'target is sick' },
  ],
};

describe('the verdict for people', () => {
  it('begins with one line that says it all', () => {
    expect(renderVerdict(passed).split('\n')[0]).toBe(
      'PASSED: 18,412 requests, 0 failed; in the end a.example.com is answered by target, b.example.com is answered by source.',
    );
  });

  test.each([
    [
      'each step with its virtual time',
      /01:05 {2}migration {2}add \*\.example\.com to the target: E2222222TARGET/,
    ],
    ['steps that belong to no stack', /06:05 +replace \*\.example\.com by the names/],
    [
      'the switches of a name, edge by edge',
      /a\.example\.com {2}source -> target {2}203\.0\.113\.10 at 05:01\.2, 203\.0\.113\.20 at 05:09\.0/,
    ],
    ['a name that never moved', /b\.example\.com {2}source +all the time/],
    ['that no request failed', /Failed requests\n {2}none/],
    ['the shortest hole it would have seen', /shortest visible hole +500 ms .*would have been seen/],
    ['the shortest hole near a change', /near a change +100 ms/],
    ['how long it took, in both times', /virtual time +21:05 +passed in 31\.4 s on this machine/],
    ['what no edge acted on', /Not rehearsed\n {2}E1111111SOURCE uses Lambda@Edge/],
    [
      'what the owners of the distributions deploy next',
      /deploy next\n {2}E2222222TARGET: after the move, an outage\.\n\n {2}ReconcileTarget:\n {4}DistributionConfig:\n {6}Aliases:\n {8}- a\.example\.com\n\n {2}ReconcileSource:\n/,
    ],
    ['the seed', /seed +7 /],
    ['the command that replays it', /Again\n {2}cutover rehearse examples\/cross-account --seed 7\n$/],
  ])('tells %s', (_, line) => {
    expect(renderVerdict(passed)).toMatch(line);
  });

  test.each([
    ['that it failed, first of all', /^FAILED: 18,412 requests, 40 failed/],
    ['why', /Why it failed\n {2}the stack migration ended ROLLBACK_COMPLETE/],
    [
      'failed requests grouped by reason',
      /a\.example\.com {2}40 {2}05:01\.2 to 05:13\.5 {2}500 from target \(203\.0\.113\.10\)/,
    ],
    ['the longest gap', /longest gap +12,300 ms/],
    ['how long the way back took', /restored in +12\.3 s/],
    ['why the stack failed', /migration {2}310123456789 {2}ROLLBACK_COMPLETE: target is sick/],
  ])('of a failed run tells %s', (_, line) => {
    expect(renderVerdict(failed)).toMatch(line);
  });

  it('tells how many requests were asked again after a 421, if any were', () => {
    expect(renderVerdict({ ...passed, retried421: 12 })).toMatch(/asked again after 421 +12 /);
  });

  it('leaves out what did not happen', () => {
    const text = renderVerdict({ ...passed, shortestVisibleHoleNearChangeMs: null });
    expect(text).not.toMatch(/Why it failed|restored in|near a change|421/);
  });
});
