import type { Journal, Observed, RecordSet } from '../../src';
import {
  aBefore,
  acm,
  aJournal,
  aMigration,
  answering,
  aSource,
  aTarget,
  aWorld,
  recordsToSource,
  recordsToTarget,
  TARGET_ARN,
} from '../builder';
import { empty, type Row, sick, specify } from './row';

const both = ['a.example.com', 'b.example.com'];
const at = (name: string): RecordSet => ({ name, type: 'A', ttlSeconds: 60, values: ['198.51.100.7'] });
const diverted = both.map(at);
const migration = aMigration({
  strategy: 'BYPASS',
  target: { distributionId: 'E2222222TARGET' },
  bypass: { records: [{ type: 'A', ttlSeconds: 60, values: ['198.51.100.7'] }], drainSeconds: 60 },
});
const over: Partial<Journal> = { migration, before: aBefore({ strategy: 'BYPASS', wildcards: [] }) };
const inWaves = { ...over, migration: { ...migration, waves: [['a.example.com'], ['b.example.com']] } };
const moved = aTarget({ aliases: both });
const answers = (values: readonly string[]): Observed['authority'] =>
  diverted.map((record) => ({ record, answers: [{ nameServer: 'ns-1', values }] }));
const shown = answers(['198.51.100.7']);
const drained = { to: 'bypass', changeId: 'C1', seenAt: 0 } as const;
const healthy = { bypass: answering(200) };

const rows: Row[] = [
  {
    when: 'the locks are ours, the records lead to the bypass, and sets of other types go in the same batch',
    journal: aJournal('LOCKING', over),
    world: aWorld(healthy),
    phase: 'DIVERTING',
    expected: {
      kind: 'do',
      action: {
        kind: 'changeRecords',
        to: 'bypass',
        batch: { upserts: diverted, deletes: [recordsToSource[0]] },
      },
    },
  },
  {
    when: 'only the first wave moves, only its records lead to the bypass',
    journal: aJournal('DIVERTING', inWaves),
    world: aWorld(healthy),
    phase: 'DIVERTING',
    expected: { kind: 'do', action: { batch: { upserts: [at('a.example.com')] } } },
  },
  {
    when: 'the records lead to the bypass by a change that no turn has noted, they are written again to have its id',
    journal: aJournal('DIVERTING', {
      ...inWaves,
      wave: 1,
      records: { ...drained, names: ['a.example.com'] },
    }),
    world: aWorld({ ...healthy, records: diverted }),
    phase: 'DIVERTING',
    expected: { kind: 'do', action: { batch: { upserts: [at('b.example.com')] } } },
  },
  {
    when: 'the second wave begins, the first leads to the target and stays so',
    journal: aJournal('DIVERTING', { ...inWaves, wave: 1, records: { to: 'target', changeId: 'C1' } }),
    world: aWorld({
      ...healthy,
      records: [
        ...recordsToTarget.filter(({ name }) => name === 'a.example.com'),
        ...recordsToSource.filter(({ name }) => name === 'b.example.com'),
      ],
    }),
    phase: 'DIVERTING',
    expected: { kind: 'do', action: { batch: { upserts: [at('b.example.com')] } } },
  },
  {
    when: 'the bypass falls sick before the source lets go, the records go home',
    journal: aJournal('DRAINING', { ...over, records: drained }),
    world: aWorld({ records: diverted, authority: shown, bypass: answering(503) }),
    phase: 'RESTORING',
    because: { message: expect.stringContaining('The bypass does not answer') },
    expected: {
      kind: 'unwind',
      action: { kind: 'changeRecords', to: 'source', batch: { upserts: recordsToSource } },
    },
  },
  {
    when: 'a name server still gives the old addresses, nothing is released',
    journal: aJournal('DRAINING', { ...over, records: { to: 'bypass', changeId: 'C1' } }),
    world: aWorld({ ...healthy, records: diverted, authority: answers(['203.0.113.10']) }),
    phase: 'DRAINING',
    expected: { kind: 'wait', for: expect.stringContaining('198.51.100.7') },
  },
  {
    when: 'all name servers lead to the bypass, the old TTL of 300 s is waited out though less is asked for',
    journal: aJournal('DRAINING', { ...over, records: { to: 'bypass', changeId: 'C1' } }),
    world: aWorld({ ...healthy, records: diverted, authority: shown }),
    phase: 'DRAINING',
    expected: { kind: 'wait', for: expect.stringContaining('310 s left') },
  },
  {
    when: 'viewers have drained, the source releases the names without a wildcard',
    journal: aJournal('DRAINING', { ...over, records: drained }),
    world: aWorld({ ...healthy, records: diverted, authority: shown }),
    phase: 'RELEASING',
    expected: { kind: 'do', action: { side: 'source', edit: { addAliases: [], removeAliases: both } } },
  },
  {
    when: 'the release has not deployed, the target waits with its claim',
    journal: aJournal('CLAIMING', over),
    world: aWorld({ source: aSource({ aliases: [], deployed: false }), records: diverted }),
    phase: 'CLAIMING',
    expected: { kind: 'wait' },
  },
  {
    when: 'the release has deployed, the target claims the names',
    journal: aJournal('CLAIMING', over),
    world: aWorld({ source: empty, records: diverted }),
    phase: 'CLAIMING',
    expected: { kind: 'do', action: { side: 'target', edit: { addAliases: both, removeAliases: [] } } },
  },
  {
    when: 'a certificate is declared that the target does not carry, it comes with the names, in the same update',
    journal: aJournal('CLAIMING', {
      ...over,
      migration: { ...migration, target: { ...migration.target, certificateArn: TARGET_ARN } },
    }),
    world: aWorld({ source: empty, records: diverted }),
    phase: 'CLAIMING',
    expected: {
      kind: 'do',
      action: { side: 'target', edit: { addAliases: both, certificate: acm(TARGET_ARN) } },
    },
  },
  {
    when: 'the target answers for the names at its own addresses, the records lead to it',
    journal: aJournal('EDGE_CHECK', { ...over, records: drained }),
    world: aWorld({ source: empty, target: moved, records: diverted }),
    phase: 'MOVING_DNS',
    expected: {
      kind: 'do',
      action: { to: 'target', batch: { upserts: recordsToTarget, deletes: [at('a.example.com')] } },
    },
  },
  {
    when: 'the target is sick for the names before anybody is led to it, it lets them go while the bypass serves',
    journal: aJournal('EDGE_CHECK', { ...over, records: drained }),
    world: aWorld({
      source: empty,
      target: moved,
      records: diverted,
      authority: shown,
      viewers: answering(500),
    }),
    phase: 'RESTORING',
    expected: { kind: 'unwind', action: { side: 'target', edit: { removeAliases: both } } },
  },
  {
    when: 'the records lead to a sick target, they lead to the bypass first',
    journal: aJournal('RESTORING', { ...over, because: sick, records: { to: 'target', changeId: 'C2' } }),
    world: aWorld({ source: empty, target: moved, records: recordsToTarget }),
    phase: 'RESTORING',
    expected: {
      kind: 'unwind',
      action: { kind: 'changeRecords', to: 'bypass', batch: { upserts: diverted } },
    },
  },
  {
    when: 'viewers of the target have not drained to the bypass, it keeps the names',
    journal: aJournal('RESTORING', { ...over, because: sick, records: { to: 'bypass', changeId: 'C3' } }),
    world: aWorld({ source: empty, target: moved, records: diverted, authority: shown }),
    phase: 'RESTORING',
    expected: { kind: 'wait' },
  },
  {
    when: 'the first wave has drained and the change of the second is unknown, the second is not taken for drained',
    journal: aJournal('RESTORING', {
      ...inWaves,
      wave: 1,
      because: sick,
      records: { ...drained, names: ['a.example.com'] },
    }),
    world: aWorld({ source: empty, target: moved, records: diverted, authority: shown }),
    phase: 'RESTORING',
    expected: {
      kind: 'unwind',
      action: { kind: 'changeRecords', to: 'bypass', batch: { upserts: diverted } },
    },
  },
  {
    when: 'the target has let go everywhere, the source takes the names',
    journal: aJournal('RESTORING', { ...over, because: sick, records: drained }),
    world: aWorld({ source: empty, records: diverted, authority: shown }),
    phase: 'RESTORING',
    expected: { kind: 'unwind', action: { side: 'source', edit: { addAliases: both } } },
  },
  {
    when: 'the source has the names but not at every edge, the records stay on the bypass',
    journal: aJournal('RESTORING', { ...over, because: sick, records: drained }),
    world: aWorld({ source: aSource({ deployed: false }), records: diverted, authority: shown }),
    phase: 'RESTORING',
    expected: { kind: 'wait', for: expect.stringContaining('while the bypass does') },
  },
  {
    when: 'the source serves the names again, the records go home',
    journal: aJournal('RESTORING', { ...over, because: sick, records: drained }),
    world: aWorld({ records: diverted, authority: shown }),
    phase: 'RESTORING',
    expected: {
      kind: 'unwind',
      action: { to: 'source', batch: { upserts: recordsToSource, deletes: [at('a.example.com')] } },
    },
  },
];

specify(rows);
