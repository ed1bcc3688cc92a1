import {
  aBefore,
  aJournal,
  aMigration,
  aSource,
  aTarget,
  aWorld,
  recordsToTarget,
  withWildcard,
} from '../builder';
import { claimed, empty, type Row, sick, specify } from './row';

const dnsFirst = { migration: aMigration({ strategy: 'WILDCARD', cutoverOrder: 'DNS_FIRST' }) };
const kept = { migration: aMigration({ strategy: 'WILDCARD', wildcard: { keep: true } }) };
const named = {
  migration: aMigration({ strategy: 'WILDCARD', wildcard: { name: '*.com', keep: false } }),
  before: aBefore({ wildcards: ['*.com'] }),
};
const both = ['a.example.com', 'b.example.com'];
const onTarget = { records: recordsToTarget, isPublished: true };

const rows: Row[] = [
  {
    when: 'DNS goes first and the canary is well, the records lead to the target while the source still serves',
    journal: aJournal('CANARY', dnsFirst),
    world: aWorld({ target: withWildcard }),
    phase: 'MOVING_DNS',
    expected: { kind: 'do', action: { kind: 'changeRecords', to: 'target' } },
  },
  {
    when: 'DNS goes first and its gate is open, the source releases the names',
    journal: aJournal('DNS_GATE', { ...dnsFirst, records: { to: 'target', changeId: 'C1', seenAt: 0 } }),
    world: aWorld({ target: withWildcard, ...onTarget }),
    phase: 'RELEASING',
    expected: { kind: 'do', action: { side: 'source', edit: { removeAliases: both } } },
  },
  {
    when: 'DNS went first and the bake is over, the target claims the names at once',
    journal: aJournal('BAKING', dnsFirst),
    world: aWorld({ source: empty, target: withWildcard, ...onTarget }),
    phase: 'CLAIMING',
    atMinutes: 6,
    expected: {
      kind: 'do',
      action: { side: 'target', edit: { addAliases: both, removeAliases: ['*.example.com'] } },
    },
  },
  {
    when: 'DNS went first and trouble comes before the cutover, only the records go back',
    journal: aJournal('RESTORING', { ...dnsFirst, because: sick }),
    world: aWorld({ target: withWildcard, ...onTarget }),
    phase: 'RESTORING',
    expected: { kind: 'unwind', action: { kind: 'changeRecords', to: 'source' } },
  },
  {
    when: 'DNS went first and the names are released, the records go back before the source takes them again',
    journal: aJournal('RESTORING', { ...dnsFirst, because: sick }),
    world: aWorld({ source: empty, target: withWildcard, ...onTarget }),
    phase: 'RESTORING',
    expected: { kind: 'unwind', action: { kind: 'changeRecords', to: 'source' } },
  },
  {
    when: 'the wildcard is to be kept, the names join it on the target',
    journal: aJournal('CLAIMING', kept),
    world: aWorld({ source: empty, target: withWildcard }),
    phase: 'CLAIMING',
    expected: { kind: 'do', action: { edit: { addAliases: both, removeAliases: [] } } },
  },
  {
    when: 'the names have joined a wildcard that is kept, nothing is left to do but the locks',
    journal: aJournal('CLAIMING', kept),
    world: aWorld({ source: empty, target: aTarget({ ...claimed, aliases: ['*.example.com', ...both] }) }),
    phase: 'SETTLING',
    expected: { kind: 'do', action: { kind: 'releaseLocks' } },
  },
  {
    when: 'a wildcard was kept and the names are back, it goes',
    journal: aJournal('RESTORING', { ...kept, because: sick, passes: 2 }),
    world: aWorld({ target: withWildcard }),
    phase: 'RESTORING',
    expected: { kind: 'unwind', action: { side: 'target', edit: { removeAliases: ['*.example.com'] } } },
  },
  {
    when: 'a wildcard is named, it is that one that the target takes',
    journal: aJournal('ADDING_WILDCARD', named),
    world: aWorld(),
    phase: 'ADDING_WILDCARD',
    expected: { kind: 'do', action: { edit: { addAliases: ['*.com'] } } },
  },
  {
    when: 'somebody takes the named wildcard off the target after the cutover, it is put back',
    journal: aJournal('MOVING_DNS', named),
    world: aWorld({ source: empty, target: aTarget() }),
    phase: 'MOVING_DNS',
    expected: { kind: 'do', action: { edit: { addAliases: ['*.com'] } } },
  },
  {
    when: 'the named wildcard is there, the source may release',
    journal: aJournal('RELEASING', named),
    world: aWorld({ source: aSource(), target: aTarget({ aliases: ['*.com'] }) }),
    phase: 'RELEASING',
    expected: { kind: 'do', action: { side: 'source', edit: { removeAliases: both } } },
  },
];

specify(rows);
