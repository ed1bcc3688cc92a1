import {
  acm,
  aJournal,
  aMigration,
  answering,
  aSource,
  aTarget,
  aWorld,
  free,
  mine,
  recordsToSource,
  recordsToTarget,
  TARGET_ARN,
  withWildcard,
} from '../builder';
import { anOldCertificate, atomic, type Row, specify } from './row';

const wildcardLock = { alias: '*.example.com', epoch: 1, holder: 'am-2' };

/** One name is there already, and its record leads there. */
const halfThere = {
  source: aSource({ aliases: ['b.example.com'] }),
  target: aTarget({ aliases: ['a.example.com'], certificate: acm(TARGET_ARN) }),
  records: [recordsToTarget[0]!, recordsToSource[1]!],
};

const rows: Row[] = [
  {
    when: 'some of the names are on the target already, they are adopted and the others move',
    journal: aJournal('PREFLIGHT'),
    world: aWorld({ ...halfThere, locks: free }),
    phase: 'LOCKING',
    expected: { kind: 'do', action: { kind: 'takeLocks' } },
    before: { adopted: ['a.example.com'] },
  },
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
    when: 'another live migration holds the transit wildcard only, it is waited for',
    journal: aJournal('LOCKING'),
    world: aWorld({ locks: [...free, { ...wildcardLock, isStale: false }] }),
    phase: 'LOCKING',
    expected: { kind: 'wait', for: expect.stringMatching(/am-2 to give up \*\.example\.com/) },
    atMinutes: 300,
  },
  {
    when: 'the wildcard has come free after a wait, the world is looked at anew before anything is locked',
    journal: aJournal('LOCKING', { waited: true }),
    world: aWorld({ locks: free, target: undefined }),
    phase: 'PREFLIGHT',
    expected: { kind: 'refuse', message: expect.stringContaining('E2222222TARGET') },
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
];

specify(rows);
