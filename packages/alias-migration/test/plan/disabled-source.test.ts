import type { Journal, Observed } from '../../src';
import { aBefore, acm, aJournal, aMigration, aSource, aTarget, aWorld, NOW, TARGET_ARN } from '../builder';
import { empty, type Row, sick, specify } from './row';

const both = ['a.example.com', 'b.example.com'];
const names = both.map((alias) => `_${alias}`);
const values = ['e2222222target.cloudfront.net', 'e1111111source.cloudfront.net'];
const before = aBefore({ strategy: 'DISABLED_SOURCE', wildcards: [] });
const down: Partial<Journal> = {
  migration: aMigration({
    strategy: 'DISABLED_SOURCE',
    target: { distributionId: 'E2222222TARGET' },
    maxDowntimeSeconds: 600,
  }),
  before,
  proof: { names, before: [] },
};
const withCertificate: Partial<Journal> = {
  ...down,
  migration: aMigration({ strategy: 'DISABLED_SOURCE', maxDowntimeSeconds: 600 }),
};
const staged: Observed['proof'] = {
  names,
  texts: names.map((name) => ({
    name,
    type: 'TXT',
    ttlSeconds: 60,
    values: values.map((value) => `"${value}"`),
  })),
  answers: names.map(() => ({ nameServer: 'ns-1', values })),
};
const proven = (changes: Partial<Observed> = {}): Observed => aWorld({ proof: staged, ...changes });
const disabled = aSource({ enabled: false });
const moved = aTarget({ aliases: both });
const enabling = { kind: 'unwind', action: { side: 'source', edit: { enabled: true } } };

const rows: Row[] = [
  {
    when: 'a certificate is declared, the target gets it while the source serves',
    journal: aJournal('LOCKING', withCertificate),
    world: proven(),
    phase: 'ATTACHING',
    expected: {
      kind: 'do',
      action: { side: 'target', edit: { addAliases: [], certificate: acm(TARGET_ARN) } },
    },
  },
  {
    when: 'an edge may not have the certificate yet, nothing else begins',
    journal: aJournal('ATTACHING', withCertificate),
    world: proven({ target: aTarget({ certificate: acm(TARGET_ARN), deployed: false }) }),
    phase: 'ATTACHING',
    expected: { kind: 'wait' },
  },
  {
    when: 'the target has its certificate everywhere, the names are proved',
    journal: aJournal('ATTACHING', withCertificate),
    world: proven({ target: aTarget({ certificate: acm(TARGET_ARN) }) }),
    phase: 'DISABLING',
    expected: { kind: 'do', action: { side: 'source' } },
  },
  {
    when: 'everything goes back, the certificate of before takes the place of ours',
    journal: aJournal('RESTORING', { ...withCertificate, proof: undefined, because: sick, passes: 2 }),
    world: aWorld({ target: aTarget({ certificate: acm(TARGET_ARN) }) }),
    phase: 'RESTORING',
    expected: { kind: 'unwind', action: { side: 'target', edit: { certificate: { kind: 'default' } } } },
  },
  {
    when: 'the TXT records are not there yet, they are published while the source serves',
    journal: aJournal('PROVING', down),
    world: aWorld({ proof: { names, texts: [], answers: [] } }),
    phase: 'PROVING',
    expected: { kind: 'do', action: { kind: 'changeProof' } },
  },
  {
    when: 'all name servers answer with the TXT records, the source is disabled',
    journal: aJournal('PROVING', down),
    world: proven(),
    phase: 'DISABLING',
    expected: { kind: 'do', action: { side: 'source', edit: { removeAliases: [], enabled: false } } },
  },
  {
    when: 'the source was disabled before, nothing has to be disabled and no downtime counts',
    journal: aJournal('PROVING', {
      ...down,
      before: { ...before, source: { ...before.source, isDisabled: true } },
    }),
    world: proven({ source: disabled }),
    phase: 'MOVING_ALIASES',
    expected: { kind: 'do', action: { kind: 'moveAlias', alias: 'a.example.com' } },
  },
  {
    when: 'the source is disabled at every edge, the names move',
    journal: aJournal('DISABLING', down),
    world: proven({ source: disabled }),
    phase: 'MOVING_ALIASES',
    expected: { kind: 'do', action: { kind: 'moveAlias', alias: 'a.example.com', to: 'target' } },
  },
  {
    when: 'the names have moved, they are verified only once the target serves them everywhere',
    journal: aJournal('MOVING_ALIASES', { ...down, downSince: NOW }),
    world: proven({
      source: aSource({ aliases: [], enabled: false }),
      target: { ...moved, deployed: false },
    }),
    phase: 'ARRIVING',
    expected: { kind: 'wait' },
  },
  {
    when: 'the source is not disabled within MaxDowntimeSeconds, it is enabled again',
    journal: aJournal('DISABLING', down),
    world: proven({ source: { ...disabled, deployed: false } }),
    atMinutes: 11,
    phase: 'RESTORING',
    because: { message: expect.stringContaining('MaxDowntimeSeconds') },
    expected: enabling,
  },
  {
    when: 'the names do not move within MaxDowntimeSeconds, the source is enabled again',
    journal: aJournal('MOVING_ALIASES', { ...down, downSince: NOW }),
    world: proven({ source: disabled }),
    atMinutes: 11,
    phase: 'RESTORING',
    expected: enabling,
  },
  {
    when: 'the target does not serve the names within MaxDowntimeSeconds, the source is enabled before it takes them',
    journal: aJournal('ARRIVING', { ...down, downSince: NOW }),
    world: proven({
      source: aSource({ aliases: [], enabled: false }),
      target: { ...moved, deployed: false },
    }),
    atMinutes: 11,
    phase: 'RESTORING',
    expected: enabling,
  },
  {
    when: 'the source is enabled again, the target lets the names go',
    journal: aJournal('RESTORING', { ...down, because: sick }),
    world: proven({ source: empty, target: moved }),
    phase: 'RESTORING',
    expected: { kind: 'unwind', action: { side: 'target', edit: { removeAliases: both } } },
  },
  {
    when: 'the target has let go, the source takes the names',
    journal: aJournal('RESTORING', { ...down, because: sick }),
    world: proven({ source: empty }),
    phase: 'RESTORING',
    expected: { kind: 'unwind', action: { side: 'source', edit: { addAliases: both } } },
  },
  {
    when: 'a source that was disabled before takes its names back, it stays disabled',
    journal: aJournal('RESTORING', {
      ...down,
      because: sick,
      before: { ...before, source: { ...before.source, isDisabled: true } },
    }),
    world: proven({ source: disabled }),
    phase: 'RESTORING',
    expected: { kind: 'unwind', action: { kind: 'changeProof' } },
  },
  {
    when: 'the move is done, the source is enabled again: but for the names it is as it was',
    journal: aJournal('SETTLING', down),
    world: proven({ source: aSource({ aliases: [], enabled: false }), target: moved }),
    phase: 'SETTLING',
    expected: { kind: 'do', action: { side: 'source', edit: { enabled: true } } },
  },
];

specify(rows);
