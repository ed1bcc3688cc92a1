import { minutesToMs, secondsToMs } from '@cutover/ground';
import { type Journal, type Observed, plan } from '../src';
import {
  aBefore,
  acm,
  aJournal,
  aMigration,
  answering,
  aSource,
  aTarget,
  aWorld,
  free,
  mine,
  NOW,
  recordsToTarget,
  TARGET_ARN,
  withWildcard,
} from './builder';

interface Row {
  readonly when: string;
  readonly journal: Journal;
  readonly world: Observed;
  readonly expected: unknown;
  readonly phase: Journal['phase'];
  /** Why the run goes back. */
  readonly because?: object;
  readonly atMinutes?: number;
}

const atomic = {
  before: aBefore({ strategy: 'ATOMIC', wildcards: [] }),
  migration: aMigration({ strategy: 'ATOMIC' }),
};
const empty = aSource({ aliases: [] });
const claimed = aTarget({ ...withWildcard, aliases: ['a.example.com', 'b.example.com'] });
const trouble = (failure: 'DnsPointsElsewhere' | 'CertificateRefused') =>
  ({
    action: 'editDistribution',
    failure,
    disposition: 'giveUp',
    code: 'InvalidRequest',
    message: 'Refused.',
    times: 1,
    since: NOW,
  }) as const;
const held = { ...trouble('DnsPointsElsewhere'), failure: 'AliasHeld', disposition: 'later' } as const;
const anOldCertificate = {
  kind: 'acm',
  arn: 'arn:other',
  sslSupportMethod: 'sni-only',
  minimumProtocolVersion: 'TLSv1.1_2016',
} as const;
const sick = { code: 'NotStabilized', message: 'sick.', at: NOW } as const;

const forward: Row[] = [
  {
    when: 'all checks pass and the names are free, they are locked first',
    journal: aJournal('PREFLIGHT'),
    world: aWorld({ locks: free }),
    phase: 'LOCKING',
    expected: { kind: 'do', action: { kind: 'takeLocks', names: ['a.example.com', 'b.example.com'] } },
  },
  {
    when: 'only a plan is asked for, it ends there with nothing changed',
    journal: aJournal('PREFLIGHT', { migration: aMigration({ planOnly: true }) }),
    world: aWorld(),
    phase: 'PLANNED',
    expected: { kind: 'done', forget: false },
  },
  {
    when: 'an end is still deploying something older, the preflight waits',
    journal: aJournal('PREFLIGHT'),
    world: aWorld({ target: aTarget({ deployed: false }) }),
    phase: 'PREFLIGHT',
    expected: { kind: 'wait' },
  },
  {
    when: 'another live migration holds a name, nothing is changed',
    journal: aJournal('LOCKING'),
    world: aWorld({ locks: [{ alias: 'a.example.com', epoch: 1, holder: 'am-2', isStale: false }] }),
    phase: 'RESTORED',
    expected: { kind: 'fail', code: 'ResourceConflict' },
  },
  {
    when: 'a dead migration holds a name, its lock is taken over',
    journal: aJournal('LOCKING'),
    world: aWorld({ locks: [{ alias: 'a.example.com', epoch: 1, holder: 'am-2', isStale: true }] }),
    phase: 'LOCKING',
    expected: { kind: 'do', action: { kind: 'takeLocks', names: ['a.example.com'] } },
  },
  {
    when: 'the locks are ours, the target takes the wildcard and its certificate in one update',
    journal: aJournal('LOCKING'),
    world: aWorld(),
    phase: 'ADDING_WILDCARD',
    expected: {
      kind: 'do',
      action: {
        kind: 'editDistribution',
        side: 'target',
        etag: 'ETAGE2222222TARGET',
        edit: {
          addAliases: ['*.example.com'],
          removeAliases: [],
          certificate: { kind: 'acm', sslSupportMethod: 'sni-only', minimumProtocolVersion: 'TLSv1.2_2021' },
        },
      },
    },
  },
  {
    when: 'the target has a certificate already, the new one keeps what its other viewers are used to',
    journal: aJournal('ADDING_WILDCARD'),
    world: aWorld({
      target: aTarget({ certificate: anOldCertificate }),
    }),
    phase: 'ADDING_WILDCARD',
    expected: {
      kind: 'do',
      action: { edit: { certificate: { arn: TARGET_ARN, minimumProtocolVersion: 'TLSv1.1_2016' } } },
    },
  },
  {
    when: 'the wildcard is still deploying, the canary waits',
    journal: aJournal('ADDING_WILDCARD'),
    world: aWorld({ target: { ...withWildcard, deployed: false } }),
    phase: 'ADDING_WILDCARD',
    expected: { kind: 'wait' },
  },
  {
    when: 'the canary finds no target, nothing is released',
    journal: aJournal('CANARY'),
    world: aWorld({ target: withWildcard, viewers: answering(403) }),
    phase: 'CANARY',
    expected: { kind: 'wait' },
  },
  {
    when: 'the canary is well, the source releases all names in one update',
    journal: aJournal('CANARY'),
    world: aWorld({ target: withWildcard }),
    phase: 'RELEASING',
    expected: {
      kind: 'do',
      action: {
        kind: 'editDistribution',
        side: 'source',
        edit: { addAliases: [], removeAliases: ['a.example.com', 'b.example.com'] },
      },
    },
  },
  {
    when: 'the target shows no wildcard before the release, another look is taken: one read may be stale',
    journal: aJournal('RELEASING'),
    world: aWorld(),
    phase: 'RELEASING',
    expected: { kind: 'wait' },
  },
  {
    when: 'a name is on neither side in ATOMIC, another look is taken: one read may be stale',
    journal: aJournal('MOVING_ALIASES', atomic),
    world: aWorld({ source: aSource({ aliases: [] }) }),
    phase: 'MOVING_ALIASES',
    expected: { kind: 'wait' },
  },
  {
    when: 'somebody took the wildcard away before the release, the run goes back',
    journal: aJournal('RELEASING', { passes: 3 }),
    world: aWorld({ locks: mine }),
    phase: 'RESTORING',
    expected: { kind: 'wait' },
  },
  {
    when: 'the release is out and answers are healthy, both deployments are waited for',
    journal: aJournal('RELEASING'),
    world: aWorld({ source: { ...empty, deployed: false }, target: withWildcard }),
    phase: 'VERIFYING',
    expected: { kind: 'wait' },
  },
  {
    when: 'one healthy round has passed, a second one is waited for',
    journal: aJournal('VERIFYING'),
    world: aWorld({ source: empty, target: withWildcard }),
    phase: 'VERIFYING',
    expected: { kind: 'wait', for: '1 more rounds of verification' },
  },
  {
    when: 'a name answers 500 after the release, the source takes the names back in the same turn',
    journal: aJournal('VERIFYING'),
    world: aWorld({ source: { ...empty, deployed: false }, target: withWildcard, viewers: answering(500) }),
    phase: 'RESTORING',
    expected: {
      kind: 'unwind',
      action: {
        kind: 'editDistribution',
        side: 'source',
        edit: { addAliases: ['a.example.com', 'b.example.com'], removeAliases: [] },
      },
    },
  },
  {
    when: 'a name turns sick while baking, the same way back is taken',
    journal: aJournal('BAKING'),
    world: aWorld({ source: empty, target: withWildcard, viewers: answering(502) }),
    phase: 'RESTORING',
    expected: { kind: 'unwind', action: { kind: 'editDistribution', side: 'source' } },
  },
  {
    when: 'the bake is over, the records are pointed to the target in one batch',
    journal: aJournal('BAKING'),
    world: aWorld({ source: empty, target: withWildcard }),
    atMinutes: 6,
    phase: 'MOVING_DNS',
    expected: {
      kind: 'do',
      action: { kind: 'changeRecords', to: 'target', batch: { upserts: recordsToTarget } },
    },
  },
  {
    when: 'the records are there but their change is unknown, they are written again to know when they are published',
    journal: aJournal('MOVING_DNS'),
    world: aWorld({ source: empty, target: withWildcard, records: recordsToTarget }),
    phase: 'MOVING_DNS',
    expected: { kind: 'do', action: { kind: 'changeRecords' } },
  },
  {
    when: 'a name server still gives the old answer, the gate stays shut',
    journal: aJournal('DNS_GATE', { records: { to: 'target', changeId: 'C1' } }),
    world: aWorld({
      source: empty,
      target: withWildcard,
      records: recordsToTarget,
      authority: [
        {
          record: recordsToTarget[0]!,
          answers: [{ nameServer: 'ns-1', values: ['e1111111source.cloudfront.net.'] }],
        },
      ],
    }),
    phase: 'DNS_GATE',
    expected: { kind: 'wait' },
  },
  {
    when: 'the new answer is everywhere, the gate waits out the old TTL',
    journal: aJournal('DNS_GATE', { records: { to: 'target', changeId: 'C1', seenAt: NOW } }),
    world: aWorld({ source: empty, target: withWildcard, records: recordsToTarget }),
    atMinutes: 5,
    phase: 'DNS_GATE',
    expected: { kind: 'wait', for: "the old records' TTL to run out (10 s left)" },
  },
  {
    when: 'the old TTL has run out, the names replace the wildcard in one update',
    journal: aJournal('DNS_GATE', { records: { to: 'target', changeId: 'C1', seenAt: NOW } }),
    world: aWorld({ source: empty, target: withWildcard, records: recordsToTarget }),
    atMinutes: 6,
    phase: 'CLAIMING',
    expected: {
      kind: 'do',
      action: {
        kind: 'editDistribution',
        side: 'target',
        edit: { addAliases: ['a.example.com', 'b.example.com'], removeAliases: ['*.example.com'] },
      },
    },
  },
  {
    when: "CloudFront's resolver still sees the old record, the claim is tried again and not given up",
    journal: aJournal('CLAIMING', { trouble: trouble('DnsPointsElsewhere') }),
    world: aWorld({ source: empty, target: withWildcard, records: recordsToTarget }),
    phase: 'CLAIMING',
    expected: { kind: 'do' },
  },
  {
    when: 'the target has the names and has deployed, the locks go',
    journal: aJournal('CLAIMING'),
    world: aWorld({ source: empty, target: claimed, records: recordsToTarget }),
    phase: 'SETTLING',
    expected: { kind: 'do', action: { kind: 'releaseLocks' } },
  },
  {
    when: 'the locks are gone, the move is done',
    journal: aJournal('SETTLING'),
    world: aWorld({ source: empty, target: claimed, locks: free }),
    phase: 'DONE',
    expected: { kind: 'done', forget: false },
  },
  {
    when: 'a lock cannot be given up, the good cutover stays: the lock of a finished migration is stale',
    journal: aJournal('SETTLING', { trouble: { ...trouble('CertificateRefused'), failure: 'Denied' } }),
    world: aWorld({ source: empty, target: claimed }),
    phase: 'DONE',
    expected: { kind: 'done', forget: false },
  },
  {
    when: 'the source is deleted while the last deployment ends, the good cutover stays',
    journal: aJournal('SETTLING'),
    world: aWorld({ source: undefined, target: claimed, locks: free }),
    phase: 'DONE',
    expected: { kind: 'done', forget: false },
  },
  {
    when: 'the last deployment never ends, the good cutover stays',
    journal: aJournal('SETTLING'),
    world: aWorld({ source: empty, target: { ...claimed, deployed: false }, locks: free }),
    atMinutes: 91,
    phase: 'DONE',
    expected: { kind: 'done', forget: false },
  },
  {
    when: 'a wildcard that was there before the move is taken away, nothing is released without it',
    journal: aJournal('RELEASING', { before: aBefore({ wildcards: [] }) }),
    world: aWorld({ target: aTarget({ certificate: acm(TARGET_ARN) }) }),
    phase: 'RELEASING',
    expected: { kind: 'wait' },
  },
  {
    when: 'somebody takes the wildcard away while the records move, it is put back at once',
    journal: aJournal('MOVING_DNS'),
    world: aWorld({ source: empty, target: aTarget({ certificate: acm(TARGET_ARN) }) }),
    phase: 'MOVING_DNS',
    expected: { kind: 'do', action: { side: 'target', edit: { addAliases: ['*.example.com'] } } },
  },
  {
    when: 'somebody takes the wildcard away while the TTL runs out, it is put back at once',
    journal: aJournal('DNS_GATE', { records: { to: 'target', changeId: 'C1', seenAt: NOW } }),
    world: aWorld({ source: empty, target: aTarget({ certificate: acm(TARGET_ARN) }) }),
    phase: 'DNS_GATE',
    expected: { kind: 'do', action: { side: 'target', edit: { addAliases: ['*.example.com'] } } },
  },
  {
    when: 'somebody takes the wildcard away before the claim, no deployment is waited for',
    journal: aJournal('CLAIMING'),
    world: aWorld({ source: empty, target: aTarget({ certificate: acm(TARGET_ARN), deployed: false }) }),
    phase: 'CLAIMING',
    expected: {
      kind: 'do',
      action: { side: 'target', edit: { addAliases: ['a.example.com', 'b.example.com'] } },
    },
  },
  {
    when: 'another deployment takes the names off the target at the end, they are put back before it is done',
    journal: aJournal('SETTLING'),
    world: aWorld({ source: empty, target: aTarget({ certificate: acm(TARGET_ARN) }) }),
    phase: 'SETTLING',
    expected: { kind: 'do', action: { edit: { addAliases: ['a.example.com', 'b.example.com'] } } },
  },
  {
    when: 'somebody else holds a name for good at the end, the move is done but does not claim that name',
    journal: aJournal('SETTLING', { trouble: held }),
    world: aWorld({ source: empty, target: aTarget({ aliases: ['b.example.com'] }), locks: free }),
    atMinutes: 91,
    phase: 'DONE',
    expected: {
      kind: 'done',
      message: 'b.example.com moved to E2222222TARGET. a.example.com is held by somebody else by now.',
    },
  },
  {
    when: 'ATOMIC loses a name to another deployment of the target while the records move, it is put back at once',
    journal: aJournal('MOVING_DNS', atomic),
    world: aWorld({ source: empty, target: aTarget({ aliases: ['a.example.com'] }) }),
    phase: 'MOVING_DNS',
    expected: { kind: 'do', action: { side: 'target', edit: { addAliases: ['b.example.com'] } } },
  },
  {
    when: 'both are in one account, the names move one call at a time',
    journal: aJournal('LOCKING', atomic),
    world: aWorld({
      target: aTarget({ aliases: ['a.example.com'] }),
      source: aSource({ aliases: ['b.example.com'] }),
    }),
    phase: 'MOVING_ALIASES',
    expected: { kind: 'do', action: { kind: 'moveAlias', alias: 'b.example.com', to: 'target' } },
  },
];

const back: Row[] = [
  {
    when: 'somebody else holds the wildcard, the run ends with words about the wildcard',
    journal: aJournal('ADDING_WILDCARD', {
      trouble: { ...trouble('DnsPointsElsewhere'), failure: 'AliasHeld', disposition: 'later' },
    }),
    world: aWorld({ locks: free }),
    phase: 'RESTORING',
    expected: { kind: 'wait' },
    because: { code: 'InvalidRequest', message: expect.stringContaining('needs *.example.com') },
  },
  {
    when: 'a wildcard DNS record leads elsewhere, the run ends with words about the record',
    journal: aJournal('ADDING_WILDCARD', { trouble: trouble('DnsPointsElsewhere') }),
    world: aWorld({ locks: free }),
    phase: 'RESTORING',
    expected: { kind: 'wait' },
    because: { code: 'InvalidRequest', message: expect.stringContaining('a DNS record of that name') },
  },
  {
    when: 'the certificate is refused, the run goes back and everything is as it was',
    journal: aJournal('ADDING_WILDCARD', { trouble: trouble('CertificateRefused') }),
    world: aWorld({ locks: free }),
    phase: 'RESTORING',
    expected: { kind: 'wait' },
    because: { code: 'InvalidRequest', message: 'Refused.' },
  },
  {
    when: 'a phase does not end in its time, the run goes back',
    journal: aJournal('CANARY'),
    world: aWorld({ target: withWildcard, viewers: answering(403) }),
    atMinutes: 21,
    phase: 'RESTORING',
    expected: {
      kind: 'unwind',
      action: {
        kind: 'editDistribution',
        side: 'target',
        edit: { removeAliases: ['*.example.com'], certificate: { kind: 'default' } },
      },
    },
  },
  {
    when: 'the records lead to the target already, they go back before the source takes its names',
    journal: aJournal('RESTORING', { because: sick }),
    world: aWorld({ source: empty, target: withWildcard, records: recordsToTarget }),
    phase: 'RESTORING',
    expected: { kind: 'unwind', action: { kind: 'changeRecords', to: 'source' } },
  },
  {
    when: 'the target has claimed the names, the wildcard takes their place first',
    journal: aJournal('RESTORING', { because: sick }),
    world: aWorld({ source: empty, target: claimed }),
    phase: 'RESTORING',
    expected: {
      kind: 'unwind',
      action: {
        kind: 'editDistribution',
        side: 'target',
        edit: { addAliases: ['*.example.com'], removeAliases: ['a.example.com', 'b.example.com'] },
      },
    },
  },
  {
    when: 'the source has its names but not at every edge, the wildcard stays',
    journal: aJournal('RESTORING', { because: sick }),
    world: aWorld({ source: aSource({ deployed: false }), target: withWildcard }),
    phase: 'RESTORING',
    expected: { kind: 'wait' },
  },
  {
    when: 'everything is back, the locks go last',
    journal: aJournal('RESTORING', { because: sick, passes: 2 }),
    world: aWorld(),
    phase: 'RESTORING',
    expected: { kind: 'unwind', action: { kind: 'releaseLocks' } },
  },
  {
    when: 'the locks are free but something is left to undo, they are taken first',
    journal: aJournal('RESTORING', { because: sick }),
    world: aWorld({ target: withWildcard, locks: free }),
    phase: 'RESTORING',
    expected: { kind: 'unwind', action: { kind: 'takeLocks' } },
  },
  {
    when: 'somebody else has taken the names over, they are left to them',
    journal: aJournal('RESTORING', { because: sick }),
    world: aWorld({ target: withWildcard, locks: mine.map((lock) => ({ ...lock, holder: 'am-2' })) }),
    phase: 'RESTORING',
    expected: { kind: 'fail', code: 'ResourceConflict' },
  },
  {
    when: 'the locks are gone too, the create fails with the reason',
    journal: aJournal('RESTORING', { because: sick, touched: false }),
    world: aWorld({ locks: free }),
    phase: 'RESTORED',
    expected: { kind: 'fail', code: 'NotStabilized', message: 'sick. Nothing was changed.' },
  },
  {
    when: 'nothing was ever changed, only the locks go: whoever moved the names meanwhile keeps them',
    journal: aJournal('RESTORING', { because: sick, touched: false }),
    world: aWorld({ source: empty, locks: mine }),
    phase: 'RESTORING',
    expected: { kind: 'unwind', action: { kind: 'releaseLocks' } },
  },
  {
    when: 'everything looks back at the first look, it is looked at again: one read may be stale',
    journal: aJournal('RESTORING', { because: sick }),
    world: aWorld(),
    phase: 'RESTORING',
    expected: { kind: 'wait' },
  },
  {
    when: 'the wildcard is gone while the records still lead to the target, it serves again first',
    journal: aJournal('RESTORING', { because: sick }),
    world: aWorld({
      source: empty,
      target: aTarget({ certificate: acm(TARGET_ARN) }),
      records: recordsToTarget,
    }),
    phase: 'RESTORING',
    expected: { kind: 'unwind', action: { side: 'target', edit: { addAliases: ['*.example.com'] } } },
  },
  {
    when: 'the target was deleted, the source takes the names back',
    journal: aJournal('RESTORING', { because: sick }),
    world: aWorld({ source: empty, target: undefined }),
    phase: 'RESTORING',
    expected: {
      kind: 'unwind',
      action: { side: 'source', edit: { addAliases: ['a.example.com', 'b.example.com'] } },
    },
  },
  {
    when: 'ATOMIC finds a name on neither side, the source takes it back if nobody holds it',
    journal: aJournal('RESTORING', { ...atomic, because: sick }),
    world: aWorld({ source: aSource({ aliases: ['b.example.com'] }) }),
    phase: 'RESTORING',
    expected: { kind: 'unwind', action: { side: 'source', edit: { addAliases: ['a.example.com'] } } },
  },
  {
    when: 'one of the names is held by somebody else, the others are taken back one by one',
    journal: aJournal('RESTORING', { because: sick, trouble: { ...held, times: 1 } }),
    world: aWorld({ source: empty, target: withWildcard }),
    phase: 'RESTORING',
    expected: { kind: 'unwind', action: { side: 'source', edit: { addAliases: ['b.example.com'] } } },
  },
  {
    when: 'somebody else holds a name for good, it stays with them and all else goes back',
    journal: aJournal('RESTORING', { because: sick, trouble: { ...held, times: 99 } }),
    world: aWorld({ source: aSource({ aliases: ['b.example.com'] }), target: withWildcard }),
    atMinutes: 16,
    phase: 'RESTORING',
    expected: { kind: 'unwind', action: { side: 'target', edit: { removeAliases: ['*.example.com'] } } },
  },
  {
    when: 'a name has stayed with somebody else, the failure says so',
    journal: aJournal('RESTORING', { because: sick, passes: 2, trouble: { ...held, times: 99 } }),
    world: aWorld({ source: aSource({ aliases: ['b.example.com'] }), locks: free }),
    atMinutes: 16,
    phase: 'RESTORED',
    expected: {
      kind: 'fail',
      message: 'sick. a.example.com is held by somebody else by now and was left there; all else is back.',
    },
  },
  {
    when: 'the source was deleted, a create that goes back fails',
    journal: aJournal('RESTORING', { because: sick }),
    world: aWorld({ source: undefined, target: withWildcard }),
    phase: 'RESTORING',
    expected: { kind: 'fail', code: 'ResourceConflict' },
  },
  {
    when: 'the source was deleted, its delete leaves the names where they are served',
    journal: aJournal('RESTORING', { because: sick, deleting: true }),
    world: aWorld({ source: undefined, target: withWildcard }),
    phase: 'RESTORING',
    expected: { kind: 'done', forget: true, message: expect.stringContaining('nothing was put back') },
  },
  {
    when: 'a finished migration is to go back but the target was deleted, there is nothing to put back',
    journal: aJournal('RETURNING', { deleting: true }),
    world: aWorld({ target: undefined }),
    phase: 'RETURNING',
    expected: { kind: 'done', forget: true },
  },
  {
    when: 'a finished migration is to go back but the source was deleted, the names stay',
    journal: aJournal('RETURNING', { deleting: true }),
    world: aWorld({ source: undefined, target: claimed }),
    phase: 'RETURNING',
    expected: { kind: 'done', forget: true },
  },
  {
    when: 'a finished migration is to go back to a source that was disabled, no name is sent there',
    journal: aJournal('RETURNING', { deleting: true }),
    world: aWorld({ source: { ...empty, enabled: false }, target: claimed }),
    phase: 'RETURNING',
    expected: { kind: 'fail', code: 'InvalidRequest', message: expect.stringContaining('is disabled') },
  },
  {
    when: 'the names are to be released but the target was deleted, they are free already',
    journal: aJournal('FREEING', { deleting: true }),
    world: aWorld({ target: undefined, source: undefined }),
    phase: 'FREEING',
    expected: { kind: 'done', forget: true },
  },
  {
    when: 'the source has taken its names again before the claim, the run goes back and says so',
    journal: aJournal('CLAIMING', { trouble: held }),
    world: aWorld({ target: withWildcard, records: recordsToTarget }),
    phase: 'RESTORING',
    expected: { kind: 'unwind', action: { kind: 'changeRecords', to: 'source' } },
    because: {
      code: 'ResourceConflict',
      message: expect.stringContaining('on the source E1111111SOURCE again'),
    },
  },
  {
    when: 'the target was deleted after the records had moved, no wildcard is asked of it',
    journal: aJournal('RESTORING', { because: sick }),
    world: aWorld({ source: empty, target: undefined, records: recordsToTarget }),
    phase: 'RESTORING',
    expected: { kind: 'unwind', action: { kind: 'changeRecords', to: 'source' } },
  },
  {
    when: 'ATOMIC goes back, each name moves back by the same call',
    journal: aJournal('RESTORING', { ...atomic, because: sick }),
    world: aWorld({
      target: aTarget({ aliases: ['a.example.com'] }),
      source: aSource({ aliases: ['b.example.com'] }),
    }),
    phase: 'RESTORING',
    expected: { kind: 'unwind', action: { kind: 'moveAlias', alias: 'a.example.com', to: 'source' } },
  },
];

describe.each([
  ['forward', forward],
  ['the way back', back],
])('%s', (_direction, rows) => {
  test.each(rows)('when $when', ({ journal, world, expected, phase, because, atMinutes = 0 }) => {
    const decision = plan(world, journal, NOW + minutesToMs(atMinutes));
    expect(decision.step).toMatchObject(expected as object);
    expect(decision.journal.phase).toBe(phase);
    if (because) expect(decision.journal.because).toMatchObject(because);
  });
});

describe('laws', () => {
  test('a plan that needs more of the world asks to look, and decides nothing', () => {
    const step = plan({ looks: new Set(['ends']) }, aJournal('PREFLIGHT'), NOW).step;
    expect(step).toEqual({ kind: 'look' });
  });

  test('the same world and journal give the same decision', () => {
    for (const { journal, world } of [...forward, ...back])
      expect(plan(world, journal, NOW)).toEqual(plan(world, journal, NOW));
  });

  test('a run that is done stays done, whatever the world has become and however late it is', () => {
    const { step } = plan(
      aWorld({ source: undefined, target: undefined }),
      aJournal('DONE'),
      NOW + secondsToMs(1e9),
    );
    expect(step).toMatchObject({ kind: 'done' });
  });
});
