import {
  type Journal,
  type Migration,
  type Observed,
  openUpdate,
  semaphoreName,
  validationName,
} from '../../src';
import { beginDeletion } from '../../src/deletion';
import { stepsOf } from '../../src/explain';
import { aBefore, aJournal, aMigration, aWorld, NOW } from '../builder';
import { type Row, specify } from './row';

const semaphore = { hostedZoneId: 'Z2', value: 'moved' };
const waiting = (changes: Partial<NonNullable<Migration['externalDns']>> = {}): Migration =>
  aMigration({
    aliases: ['a.example.com'],
    dns: undefined,
    externalDns: { wait: 'RESUME', semaphore, ...changes },
  });

const leadingTo = (distribution: string) =>
  [
    {
      name: 'a.example.com',
      zone: 'example.com',
      ends: [
        {
          nameServer: 'ns-1',
          at: 'a.example.com',
          kind: 'distribution',
          values: [`${distribution}.cloudfront.net`],
        },
      ],
    },
  ] as const;
const proof = (...values: string[]) =>
  [
    {
      name: '_cutover.a.example.com',
      zone: 'example.com',
      ends: [{ nameServer: 'ns-9', at: '_cutover.a.example.com.moves.example.net', kind: 'values', values }],
    },
  ] as const;
const record = {
  name: '_cutover.a.example.com.moves.example.net',
  type: 'TXT',
  ttlSeconds: 60,
  values: ['"moved"'],
} as const;

const before = aBefore({
  records: [],
  semaphoreZone: 'moves.example.net',
  customer: [{ name: 'a.example.com', zone: 'example.com', ttlSeconds: 60 }],
});
const aRun = (phase: Journal['phase'], changes: Partial<Journal> = {}): Journal =>
  aJournal(phase, {
    migration: waiting(),
    touched: false,
    ...(phase !== 'PREFLIGHT' && { before }),
    ...changes,
  });
const aZone = (changes: Partial<Observed> = {}): Observed =>
  aWorld({
    records: [],
    zone: undefined,
    semaphoreZone: { id: 'Z2', name: 'moves.example.net', nameServers: ['ns-9'], isPrivate: false },
    semaphore: [],
    trails: leadingTo('e1111111source'),
    validations: proof(),
    ...changes,
  });
const acted = { semaphore: [record], trails: leadingTo('e2222222target'), validations: proof('moved') };
const required =
  'a.example.com CNAME e2222222target.cloudfront.net, _cutover.a.example.com CNAME _cutover.a.example.com.moves.example.net';

const rows: Row[] = [
  {
    when: 'the create waits for RESUME, only the semaphore is set, without a lock',
    journal: aRun('PREFLIGHT'),
    world: aZone({ locks: [] }),
    phase: 'PLACING_SEMAPHORE',
    expected: {
      kind: 'do',
      action: { kind: 'changeSemaphore', hostedZoneId: 'Z2', batch: { upserts: [record], deletes: [] } },
    },
  },
  {
    when: 'the semaphore is there, the create ends and says what the customer has to set',
    journal: aRun('PLACING_SEMAPHORE'),
    world: aZone({ semaphore: [record] }),
    phase: 'AWAITING_DNS',
    expected: {
      kind: 'done',
      forget: false,
      message: `Nothing was moved. The customer has to set ${required}; then go on with an update or \`cutover resume\`.`,
    },
  },
  {
    when: 'there is no semaphore, the create ends after the checks',
    journal: aRun('PREFLIGHT', { migration: waiting({ semaphore: undefined }) }),
    world: aZone({ semaphoreZone: undefined }),
    phase: 'AWAITING_DNS',
    expected: { kind: 'done' },
  },
  {
    when: 'the zone of the semaphore is private, nothing is begun',
    journal: aRun('PREFLIGHT'),
    world: aZone({ semaphoreZone: { id: 'Z2', name: 'x.net', nameServers: [], isPrivate: true } }),
    phase: 'PREFLIGHT',
    expected: {
      kind: 'refuse',
      message: expect.stringContaining('Dns.Semaphore.HostedZoneId: Z2 is a private zone'),
    },
  },
  {
    when: "somebody else's TXT record is in its place, nothing is begun",
    journal: aRun('PREFLIGHT'),
    world: aZone({ semaphore: [{ ...record, values: ['"theirs"'] }] }),
    phase: 'PREFLIGHT',
    expected: { kind: 'refuse', message: expect.stringContaining('has a TXT record already, "theirs"') },
  },
  {
    when: 'it is resumed, everything is checked anew before the gate',
    journal: aRun('PREFLIGHT', { isResumed: true }),
    world: aZone({ target: undefined }),
    phase: 'PREFLIGHT',
    expected: { kind: 'refuse', message: expect.stringContaining('there is no distribution') },
  },
  {
    when: 'it is resumed before the customer has acted, nothing is locked',
    journal: aRun('PREFLIGHT', { isResumed: true }),
    world: aZone({ semaphore: [record] }),
    phase: 'CHECKING_DNS',
    expected: {
      kind: 'wait',
      for: expect.stringContaining("the customer's DNS to have a.example.com CNAME"),
    },
  },
  {
    when: 'it is resumed and the customer never acts, the update is refused and the resource goes on waiting',
    journal: aRun('CHECKING_DNS', { isResumed: true }),
    world: aZone({ semaphore: [record] }),
    phase: 'CHECKING_DNS',
    atMinutes: 61,
    expected: {
      kind: 'refuse',
      code: 'NotStabilized',
      message: expect.stringMatching(/^Nothing was moved\. .*Resume again/),
    },
  },
  {
    when: 'the names are ALIASes, only the semaphore tells that the customer has not acted',
    journal: aRun('CHECKING_DNS', { isResumed: true }),
    world: aZone({
      trails: [
        {
          name: 'a.example.com',
          zone: 'a.example.com',
          ends: [{ nameServer: 'ns-1', at: 'a.example.com', kind: 'values', values: ['203.0.113.10'] }],
        },
      ],
    }),
    phase: 'CHECKING_DNS',
    expected: {
      kind: 'wait',
      for: "the customer's DNS to have _cutover.a.example.com CNAME _cutover.a.example.com.moves.example.net (now ns-9 answers )",
    },
  },
  {
    when: 'the validation name yields something else, the gate stays shut',
    journal: aRun('CHECKING_DNS', { isResumed: true }),
    world: aZone({ ...acted, validations: proof('other') }),
    phase: 'CHECKING_DNS',
    expected: { kind: 'wait', for: expect.stringContaining('(now ns-9 answers other)') },
  },
  {
    when: 'the customer has acted and the old TTL has run out, the names are locked and the move begins',
    journal: aRun('CHECKING_DNS', { isResumed: true, records: { to: 'target', seenAt: NOW } }),
    world: aZone({
      ...acted,
      locks: [{ alias: 'a.example.com', epoch: 0, holder: undefined, isStale: false }],
    }),
    phase: 'LOCKING',
    atMinutes: 2,
    expected: { kind: 'do', action: { kind: 'takeLocks' } },
  },
  {
    when: 'the move is done, the semaphore goes before the locks',
    journal: aRun('SETTLING', { touched: true }),
    world: aZone({ ...acted, target: { ...aWorld().target!, aliases: ['a.example.com'] } }),
    phase: 'SETTLING',
    expected: { kind: 'do', action: { kind: 'changeSemaphore', batch: { upserts: [], deletes: [record] } } },
  },
  {
    when: 'it is deleted while it waits, the semaphore goes and nothing else is touched',
    journal: beginDeletion(aRun('AWAITING_DNS'), false, NOW)!,
    world: aZone({ semaphore: [record], source: { ...aWorld().source!, aliases: [] }, locks: [] }),
    phase: 'RESTORING',
    expected: { kind: 'unwind', action: { kind: 'changeSemaphore', batch: { deletes: [record] } } },
  },
  {
    when: 'it is deleted while it waits and the source is gone, the semaphore goes all the same',
    journal: beginDeletion(aRun('AWAITING_DNS'), false, NOW)!,
    world: aZone({ semaphore: [record], source: undefined, locks: [] }),
    phase: 'RESTORING',
    expected: { kind: 'unwind', action: { kind: 'changeSemaphore' } },
  },
];

describe('with Dns.Wait RESUME and a semaphore', () => specify(rows));

test('the plan says what is set, what ends the create, and what the customer has to do', () => {
  const [semaphoreStep, waitStep, first] = stepsOf(waiting(), before);
  expect(semaphoreStep).toMatchObject({
    phase: 'PLACING_SEMAPHORE',
    does: 'Set _cutover.a.example.com.moves.example.net TXT, for the customer to lead to.',
  });
  expect(waitStep?.does).toBe(
    `End here until an update or \`cutover resume\`; then check everything anew, and wait for the customer to set ${required}.`,
  );
  expect(first?.phase).toBe('ADDING_WILDCARD');
});

describe('an update of a migration that waits for DNS', () => {
  const wish = { migrationId: 'am-1', migration: waiting(), declared: { Resume: '1' }, now: NOW };
  const stored = aRun('AWAITING_DNS', { declared: {}, revision: 4 });

  test('goes on from the preflight, and remembers what it waited as', () => {
    expect(openUpdate(wish)(stored)).toMatchObject({
      kind: 'go',
      journal: { phase: 'PREFLIGHT', isResumed: true, revision: 4, earlier: { phase: 'AWAITING_DNS' } },
    });
  });

  test('that is rolled back finds it waiting', () => {
    const underWay = {
      ...stored,
      phase: 'CHECKING_DNS',
      declared: { Resume: '1' },
      earlier: stored,
    } as const;
    expect(openUpdate({ ...wish, declared: {} })(underWay)).toMatchObject({
      kind: 'go',
      journal: { phase: 'AWAITING_DNS' },
    });
  });

  test('may not leave the semaphore behind', () => {
    const other = waiting({ semaphore: { ...semaphore, value: 'other' } });
    expect(openUpdate({ ...wish, migration: other })(stored)).toMatchObject({
      kind: 'refuse',
      code: 'NotUpdatable',
    });
  });

  test('is forgotten at once on a delete where nothing was set', () => {
    const bare = aRun('AWAITING_DNS', { before: aBefore({ records: [] }) });
    expect(beginDeletion(bare, false, NOW)).toBeUndefined();
  });
});

test.each([
  ['www.example.com', '_cutover.www.example.com'],
  ['example.com', '_cutover.example.com'],
  ['*.example.com', '_cutover-wildcard.example.com'],
])('%s is validated at %s', (alias, validation) => {
  expect(validationName(alias)).toBe(validation);
  expect(semaphoreName(alias, 'moves.example.net')).toBe(`${validation}.moves.example.net`);
});
