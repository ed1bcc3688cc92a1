import type { Journal, Migration, Observed, Trail } from '../../src';
import { aBefore, aJournal, aMigration, aSource, aWorld, NOW, withWildcard } from '../builder';
import { claimed, empty, type Row, sick, specify, trouble } from './row';

/** The article's case again, where the customer sets the records of both names: one CNAME, one at the apex of a zone. */
const external = (changes: Partial<Migration> = {}): Migration =>
  aMigration({ dns: undefined, externalDns: { wait: 'IN_STACK' }, ...changes });

const trail = (name: string, kind: Trail['ends'][number]['kind'], ...values: string[]): Trail => ({
  name,
  zone: name === 'b.example.com' ? name : 'example.com',
  ends: [{ nameServer: 'ns-1', at: name, kind, values }],
});
const cname = (name: string, distribution: string) =>
  trail(name, 'distribution', `${distribution}.cloudfront.net`);
const alias = trail('b.example.com', 'values', '203.0.113.10');
const old = [cname('a.example.com', 'e1111111source'), alias];
const moved = [cname('a.example.com', 'e2222222target'), alias];

const customer = [
  { name: 'a.example.com', zone: 'example.com', ledTo: 'e1111111source.cloudfront.net', ttlSeconds: 300 },
  { name: 'b.example.com', zone: 'b.example.com', ttlSeconds: 60 },
];
const before = aBefore({ records: [], customer });
const aRun = (changes: Partial<Journal> = {}): Journal =>
  aJournal('DNS_GATE', { migration: external(), before, ...changes });
const aGate = (changes: Partial<Observed> = {}): Observed =>
  aWorld({ source: empty, target: withWildcard, records: [], zone: undefined, trails: old, ...changes });

const rows: Row[] = [
  {
    when: 'the preflight passes, the customer is remembered as their servers tell',
    journal: aJournal('PREFLIGHT', { migration: external() }),
    world: aWorld({ records: [], zone: undefined, trails: old, locks: [] }),
    phase: 'ADDING_WILDCARD',
    expected: { kind: 'do', action: { kind: 'editDistribution' } },
  },
  {
    when: 'no server of the customer answers, nothing is begun',
    journal: aJournal('PREFLIGHT', { migration: external() }),
    world: aWorld({ records: [], trails: [trail('a.example.com', 'silent'), alias] }),
    phase: 'PREFLIGHT',
    expected: {
      kind: 'refuse',
      code: 'InvalidRequest',
      message: expect.stringMatching(
        /^Nothing was changed\. Dns\.Mode: .*no name server that answers for a\.example\.com/,
      ),
    },
  },
  {
    when: 'a name leads to a third distribution, nothing is begun',
    journal: aJournal('PREFLIGHT', { migration: external() }),
    world: aWorld({ records: [], trails: [cname('a.example.com', 'e3'), alias] }),
    phase: 'PREFLIGHT',
    expected: { kind: 'refuse', message: expect.stringContaining('leads to e3.cloudfront.net') },
  },
  {
    when: 'the customer has acted already, that is no reason to wait before the move',
    journal: aJournal('PREFLIGHT', { migration: external() }),
    world: aWorld({ records: [], zone: undefined, trails: moved, locks: [] }),
    phase: 'ADDING_WILDCARD',
    expected: { kind: 'do' },
  },
  {
    when: 'a server keeps a record for a day, nothing is begun',
    journal: aJournal('PREFLIGHT', { migration: external() }),
    world: aWorld({ records: [], trails: [{ ...old[0]!, ttlSeconds: 86_400 }, alias] }),
    phase: 'PREFLIGHT',
    expected: { kind: 'refuse', message: expect.stringContaining('TTL of 86400 s') },
  },
  {
    when: 'the bake is over, no record is touched: the gate says what the customer has to set',
    journal: aRun({ phase: 'BAKING' }),
    world: aGate(),
    phase: 'DNS_GATE',
    atMinutes: 5,
    expected: {
      kind: 'wait',
      for: "the customer's DNS to have a.example.com CNAME e2222222target.cloudfront.net (now ns-1 answers e1111111source.cloudfront.net)",
    },
  },
  {
    when: 'every server has the new record, the old TTL has to run out',
    journal: aRun(),
    world: aGate({ trails: moved }),
    phase: 'DNS_GATE',
    expected: { kind: 'wait', for: "the customer's old TTL to run out (310 s left)" },
  },
  {
    when: 'the old TTL is not known, an hour is waited',
    journal: aRun({ before: aBefore({ customer: customer.map(({ ttlSeconds: _, ...name }) => name) }) }),
    world: aGate({ trails: moved }),
    phase: 'DNS_GATE',
    expected: { kind: 'wait', for: expect.stringContaining('(3610 s left)') },
  },
  {
    when: 'the records are to be stable for longer than the old TTL, that is waited',
    journal: aRun({ migration: external({ dnsGate: { stableSeconds: 900 } }) }),
    world: aGate({ trails: moved }),
    phase: 'DNS_GATE',
    expected: { kind: 'wait', for: expect.stringContaining('(900 s left)') },
  },
  {
    when: 'the old TTL has run out, the target claims the names',
    journal: aRun({ records: { to: 'target', seenAt: NOW } }),
    world: aGate({ trails: moved }),
    phase: 'CLAIMING',
    atMinutes: 6,
    expected: { kind: 'do', action: { edit: { addAliases: ['a.example.com', 'b.example.com'] } } },
  },
  {
    when: 'one server is silent and the others have the new record, it counts for nothing',
    journal: aRun({ records: { to: 'target', seenAt: NOW } }),
    world: aGate({
      trails: [
        {
          ...moved[0]!,
          ends: [...moved[0]!.ends, { nameServer: 'ns-2', at: 'a.example.com', kind: 'silent', values: [] }],
        },
        alias,
      ],
    }),
    phase: 'CLAIMING',
    atMinutes: 6,
    expected: { kind: 'do' },
  },
  {
    when: 'a server falls back to the old record, the gate is shut and the time counts anew',
    journal: aRun({ records: { to: 'target', seenAt: NOW } }),
    world: aGate(),
    phase: 'DNS_GATE',
    atMinutes: 6,
    expected: { kind: 'wait', for: expect.stringContaining('to have a.example.com CNAME') },
  },
  {
    when: 'the customer has not acted in time, the names go back, and it is said why',
    journal: aRun({ migration: external({ dnsGate: { timeoutMinutes: 90 } }) }),
    world: aGate(),
    phase: 'RESTORING',
    atMinutes: 91,
    because: {
      code: 'NotStabilized',
      message:
        "Dns.Gate.TimeoutMinutes: within 90 minutes the customer's DNS did not get a.example.com CNAME e2222222target.cloudfront.net (now ns-1 answers e1111111source.cloudfront.net). Let the customer set it and try again, with more minutes if they need them.",
    },
    expected: {
      kind: 'unwind',
      action: { side: 'source', edit: { addAliases: ['a.example.com', 'b.example.com'] } },
    },
  },
  {
    when: 'the gate has opened, the claim is settled without a change of any record',
    journal: aRun({ phase: 'CLAIMING' }),
    world: aGate({ target: claimed, trails: moved }),
    phase: 'SETTLING',
    expected: { kind: 'do', action: { kind: 'releaseLocks' } },
  },
  {
    when: 'ATOMIC has moved and baked the names, it waits for the customer too',
    journal: aRun({
      phase: 'BAKING',
      migration: external({ strategy: 'ATOMIC' }),
      before: aBefore({ strategy: 'ATOMIC', wildcards: [], customer }),
    }),
    world: aGate({ target: claimed }),
    phase: 'DNS_GATE',
    atMinutes: 5,
    expected: { kind: 'wait', for: expect.stringContaining("the customer's DNS to have") },
  },
  {
    when: 'DNS is nobody’s business, ATOMIC ends after the bake',
    journal: aRun({
      phase: 'BAKING',
      migration: aMigration({ dns: undefined, strategy: 'ATOMIC' }),
      before: aBefore({ strategy: 'ATOMIC', wildcards: [], records: [] }),
    }),
    world: aGate({ target: claimed }),
    phase: 'SETTLING',
    atMinutes: 5,
    expected: { kind: 'do', action: { kind: 'releaseLocks' } },
  },
  {
    when: 'DNS is nobody’s business, WILDCARD is refused with the way out',
    journal: aJournal('PREFLIGHT', { migration: aMigration({ dns: undefined }) }),
    world: aWorld({ source: aSource() }),
    phase: 'PREFLIGHT',
    expected: { kind: 'refuse', message: expect.stringMatching(/Dns\.Mode is NONE.*Dns\.Mode EXTERNAL/) },
  },
  {
    when: 'the target is sick and the customer leads a name there, the source takes one by one, and it is said who has to act',
    journal: aRun({
      phase: 'RESTORING',
      trouble: { ...trouble('DnsPointsElsewhere'), times: 2 },
      because: sick,
    }),
    world: aGate({ trails: moved }),
    phase: 'RESTORING',
    expected: {
      kind: 'unwind',
      delaySeconds: 30,
      action: { side: 'source', edit: { addAliases: ['a.example.com'] } },
      message: expect.stringContaining(
        "until the customer's DNS has a.example.com CNAME e1111111source.cloudfront.net, b.example.com ALIAS e1111111source.cloudfront.net; the target serves the names meanwhile.",
      ),
    },
  },
];

describe("with the customer's DNS", () => specify(rows));
