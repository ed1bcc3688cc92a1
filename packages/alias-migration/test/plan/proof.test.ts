import type { Journal, Observed, RecordSet } from '../../src';
import { proofName } from '../../src/proof/texts';
import { aJournal, aMigration, aSource, aTarget, aWorld } from '../builder';
import { atomic, type Row, sick, specify, trouble } from './row';

const both = ['"e2222222target.cloudfront.net"', '"e1111111source.cloudfront.net"'];
const names = ['_a.example.com', '_b.example.com'];
const textSets = (values: readonly string[]): RecordSet[] =>
  names.map((name) => ({ name, type: 'TXT', ttlSeconds: 60, values }));
const unquoted = both.map((value) => value.slice(1, -1));
const seen = (texts: readonly RecordSet[], values: readonly string[] = unquoted): Observed['proof'] => ({
  names,
  texts,
  answers: [
    { nameServer: 'ns-1', values },
    { nameServer: 'ns-2', values: unquoted },
  ],
});
const staged = seen(textSets(both));
const refusedMove = { ...trouble('CertificateRefused'), action: 'moveAlias', failure: 'Refused' } as const;
const notSeen = { ...refusedMove, action: 'associateAlias', disposition: 'later' } as const;
const byTxt: Partial<Journal> = { ...atomic, associates: true, proof: { names, before: [] } };
const moved = aTarget({ aliases: ['a.example.com', 'b.example.com'] });

const rows: Row[] = [
  {
    when: 'UpdateDomainAssociation is refused, AssociateAlias takes its place',
    journal: aJournal('MOVING_ALIASES', { ...atomic, trouble: refusedMove }),
    world: aWorld(),
    phase: 'MOVING_ALIASES',
    expected: { kind: 'wait', for: expect.stringContaining('AssociateAlias') },
  },
  {
    when: 'UpdateDomainAssociation is not allowed, AssociateAlias takes its place too',
    journal: aJournal('MOVING_ALIASES', { ...atomic, trouble: { ...refusedMove, failure: 'Denied' } }),
    world: aWorld(),
    phase: 'MOVING_ALIASES',
    expected: { kind: 'wait', for: expect.stringContaining('AssociateAlias') },
  },
  {
    when: 'it is refused and no zone is given for the TXT records, the run goes back and says so',
    journal: aJournal('MOVING_ALIASES', {
      ...atomic,
      migration: aMigration({ strategy: 'ATOMIC', dns: undefined }),
      trouble: refusedMove,
    }),
    world: aWorld(),
    phase: 'RESTORING',
    because: { message: expect.stringContaining('Dns.HostedZoneId') },
    expected: { kind: 'wait' },
  },
  {
    when: 'AssociateAlias is to be called, what is at the TXT names is noted first',
    journal: aJournal('MOVING_ALIASES', { ...atomic, associates: true }),
    world: aWorld({ proof: seen(textSets(['"theirs"'])) }),
    phase: 'MOVING_ALIASES',
    expected: { kind: 'wait', for: 'the TXT records of before to be noted' },
  },
  {
    when: 'others have values at the TXT names, those of both ends join them',
    journal: aJournal('MOVING_ALIASES', byTxt),
    world: aWorld({ proof: seen(textSets(['"theirs"'])) }),
    phase: 'MOVING_ALIASES',
    expected: {
      kind: 'do',
      action: { kind: 'changeProof', batch: { upserts: textSets(['"theirs"', ...both]), deletes: [] } },
    },
  },
  {
    when: 'one name server does not answer with the TXT records yet, no call is made: a miss would be remembered',
    journal: aJournal('MOVING_ALIASES', byTxt),
    world: aWorld({ proof: seen(textSets(both), []) }),
    phase: 'MOVING_ALIASES',
    expected: { kind: 'wait', for: 'every name server to answer with the TXT records' },
  },
  {
    when: 'all name servers answer with the TXT records, AssociateAlias is called',
    journal: aJournal('MOVING_ALIASES', byTxt),
    world: aWorld({ proof: staged }),
    phase: 'MOVING_ALIASES',
    expected: {
      kind: 'do',
      action: {
        kind: 'associateAlias',
        alias: 'a.example.com',
        to: 'target',
        distributionId: 'E2222222TARGET',
      },
    },
  },
  {
    when: "CloudFront's resolver remembers a miss of the TXT record, the call is made again",
    journal: aJournal('MOVING_ALIASES', { ...byTxt, trouble: { ...notSeen, times: 20 } }),
    world: aWorld({ proof: staged }),
    atMinutes: 20,
    phase: 'MOVING_ALIASES',
    expected: { kind: 'do', action: { kind: 'associateAlias' }, delaySeconds: 30 },
  },
  {
    when: 'AssociateAlias is not allowed either, the run goes back',
    journal: aJournal('MOVING_ALIASES', { ...byTxt, trouble: { ...refusedMove, action: 'associateAlias' } }),
    world: aWorld({ proof: staged }),
    phase: 'RESTORING',
    expected: { kind: 'unwind', action: { kind: 'changeProof' } },
  },
  {
    when: 'names that went by their TXT records go back, they go by them',
    journal: aJournal('RESTORING', { ...byTxt, because: sick }),
    world: aWorld({ source: aSource({ aliases: [] }), target: moved, proof: staged }),
    phase: 'RESTORING',
    expected: { kind: 'unwind', action: { kind: 'associateAlias', to: 'source', alias: 'a.example.com' } },
  },
  {
    when: 'the TXT records are gone by the time of a way back, they are published again',
    journal: aJournal('RESTORING', { ...byTxt, because: sick }),
    world: aWorld({ source: aSource({ aliases: [] }), target: moved, proof: seen([]) }),
    phase: 'RESTORING',
    expected: { kind: 'unwind', action: { kind: 'changeProof', batch: { upserts: textSets(both) } } },
  },
  {
    when: 'the names have moved, our TXT records go',
    journal: aJournal('SETTLING', byTxt),
    world: aWorld({ source: aSource({ aliases: [] }), target: moved, proof: staged }),
    phase: 'SETTLING',
    expected: {
      kind: 'do',
      action: { kind: 'changeProof', batch: { upserts: [], deletes: textSets(both) } },
    },
  },
  {
    when: 'the names have moved and others have values at the TXT names, only ours go',
    journal: aJournal('SETTLING', byTxt),
    world: aWorld({
      source: aSource({ aliases: [] }),
      target: moved,
      proof: seen(textSets(['"theirs"', ...both])),
    }),
    phase: 'SETTLING',
    expected: { kind: 'do', action: { batch: { upserts: textSets(['"theirs"']), deletes: [] } } },
  },
  {
    when: 'one of our values was there before, it stays',
    journal: aJournal('SETTLING', { ...byTxt, proof: { names, before: textSets(both.slice(0, 1)) } }),
    world: aWorld({ source: aSource({ aliases: [] }), target: moved, proof: staged }),
    phase: 'SETTLING',
    expected: { kind: 'do', action: { batch: { upserts: textSets(both.slice(0, 1)), deletes: [] } } },
  },
];

specify(rows);

test.each([
  ['a name', 'a.example.com', '_a.example.com'],
  ['an apex', 'example.com', '_.example.com'],
  ['a wildcard', '*.example.com', '_*.example.com'],
])('the TXT record of %s', (_what, alias, expected) => {
  expect(proofName(alias, 'example.com')).toBe(expected);
});
