import { type Journal, type Phase, wayBackAt, wayBackOnceForgotten } from '../src';
import { phases } from '../src/phases';
import { aBefore, aJournal, aMigration, withWildcard } from './builder';

const atomic = { before: aBefore({ strategy: 'ATOMIC', wildcards: [] }) };
const bypass = { before: aBefore({ strategy: 'BYPASS', wildcards: [] }) };
const down = { before: aBefore({ strategy: 'DISABLED_SOURCE', wildcards: [] }) };
const without = { migration: aMigration({ dns: undefined }) };
const ofACustomer = {
  migration: aMigration({ dns: undefined, externalDns: { wait: 'IN_STACK' } }),
  before: aBefore({
    records: [],
    customer: [{ name: 'a.example.com', zone: 'example.com' }],
  }),
} as const;
const names = 'a.example.com, b.example.com';

interface Row {
  readonly when: string;
  readonly journal: Journal;
  readonly short: string;
  readonly how: string | RegExp;
}

const automatic = 'By itself on trouble, or delete the stack';

const rows: Row[] = [
  {
    when: 'nothing is locked yet',
    journal: aJournal('PREFLIGHT'),
    short: 'None needed',
    how: 'Nothing has been changed.',
  },
  {
    when: 'a run was refused before its first change',
    journal: aJournal('RESTORED', { touched: false }),
    short: 'None needed',
    how: 'Nothing has been changed.',
  },
  {
    when: 'only the wildcard was added, it is taken off again',
    journal: aJournal('CANARY'),
    short: automatic,
    how: /^Take \*\.example\.com off E2222222TARGET; then give E2222222TARGET its certificate of before; E1111111SOURCE serves .* all the time\./,
  },
  {
    when: 'the wildcard and its certificate were there before, nothing is taken off',
    journal: aJournal('CANARY', { before: aBefore({ wildcards: [], target: withWildcard }) }),
    short: automatic,
    how: /^Nothing to put back; E1111111SOURCE serves/,
  },
  {
    when: 'the source has let go, it takes its names again under the wildcard',
    journal: aJournal('BAKING'),
    short: automatic,
    how: /^One update adds a\.example\.com, b\.example\.com to E1111111SOURCE again, while \*\.example\.com serves them; then take/,
  },
  {
    when: "a customer's record may lead to the target, they have to lead it back first",
    journal: aJournal('DNS_GATE', ofACustomer),
    short: automatic,
    how: /^The customer leads back what they have led to the target \(a\.example\.com CNAME e1111111source\.cloudfront\.net\), which nobody else can; then one update adds/,
  },
  {
    when: "a customer's record leads anywhere, a name that was moved in one step goes back in one",
    journal: aJournal('DNS_GATE', { ...ofACustomer, before: atomic.before }),
    short: automatic,
    how: /, one call a name; then give .* its certificate of before; the customer's records may stay/,
  },
  {
    when: 'DNS goes first and the source has not let go, only records and wildcard go back',
    journal: aJournal('DNS_GATE', { migration: aMigration({ cutoverOrder: 'DNS_FIRST' }) }),
    short: automatic,
    how: /^Point the DNS records to e1111111source\.cloudfront\.net again; then take \*\.example\.com off E2222222TARGET; then .*; E1111111SOURCE serves/,
  },
  {
    when: 'DNS went first and the source has let go, the records go back before it takes its names',
    journal: aJournal('BAKING', { migration: aMigration({ cutoverOrder: 'DNS_FIRST' }) }),
    short: automatic,
    how: /^Point the DNS records to e1111111source\.cloudfront\.net again; then one update/,
  },
  {
    when: 'the names are led to a bypass and the source has them still, only the records go back',
    journal: aJournal('DRAINING', bypass),
    short: automatic,
    how: /^Point the DNS records to e1111111source\.cloudfront\.net again; E1111111SOURCE has .* all the time\.$/,
  },
  {
    when: 'the source has let go behind a bypass, it takes its names before the records go back',
    journal: aJournal('RELEASING', bypass),
    short: automatic,
    how: /^One update adds .* to E1111111SOURCE again; then point the DNS records to e1111111source/,
  },
  {
    when: 'the records lead from the bypass to the target, they lead to the bypass again first',
    journal: aJournal('BAKING', bypass),
    short: automatic,
    how: /^Point the DNS records to the bypass and let the viewers drain; then take .* off E2222222TARGET; then one update adds/,
  },
  {
    when: 'the source is disabled, it is enabled again',
    journal: aJournal('DISABLING', down),
    short: automatic,
    how: /^Enable E1111111SOURCE again; then take the TXT records away; then give .* its certificate of before; E1111111SOURCE has .* all the time\.$/,
  },
  {
    when: 'the TXT records are being published, the source has been serving all the time',
    journal: aJournal('PROVING', down),
    short: automatic,
    how: /^Take the TXT records away; then give .* its certificate of before; E1111111SOURCE has/,
  },
  {
    when: 'only the certificate was attached, it is the one of before again',
    journal: aJournal('ATTACHING', down),
    short: automatic,
    how: /^Give E2222222TARGET its certificate of before; E1111111SOURCE has .* all the time\.$/,
  },
  {
    when: 'the names have left a disabled source, the way back says that nobody answers in between',
    journal: aJournal('VERIFYING', down),
    short: automatic,
    how: /^Enable E1111111SOURCE again; .* E1111111SOURCE takes them again: in between nobody answers; then give .* its certificate of before\.$/,
  },
  {
    when: 'the records may lead to the target, they go back first',
    journal: aJournal('DNS_GATE'),
    short: automatic,
    how: /^Point the DNS records to e1111111source\.cloudfront\.net again; then one update/,
  },
  {
    when: 'the target may have claimed the names, the wildcard takes their place before the source does',
    journal: aJournal('CLAIMING'),
    short: automatic,
    how: /^Point the DNS records .*; then put \*\.example\.com in their place on E2222222TARGET; then one update/,
  },
  {
    when: 'DNS is not ours, no record is spoken of',
    journal: aJournal('CLAIMING', without),
    short: automatic,
    how: /^Put \*\.example\.com in their place/,
  },
  {
    when: 'all but the last deployment is done, only a delete turns it back',
    journal: aJournal('SETTLING'),
    short: 'Delete the resource',
    how: /^Point the DNS records/,
  },
  {
    when: 'one account: each name goes back in one call, then the records',
    journal: aJournal('DNS_GATE', atomic),
    short: automatic,
    how: /^Move .* back to E1111111SOURCE, one call a name; then point the DNS records/,
  },
  {
    when: 'finished with KEEP, a delete alone would not go back',
    journal: aJournal('DONE'),
    short: 'Set DeletionBehavior to RESTORE_SOURCE, then delete',
    how: new RegExp(
      `^As declared \\(KEEP\\) a delete leaves ${names} on E2222222TARGET\\. With RESTORE_SOURCE`,
    ),
  },
  {
    when: 'finished with RELEASE, a delete would take the names away',
    journal: aJournal('DONE', { migration: aMigration({ deletionBehavior: 'RELEASE' }) }),
    short: 'Set DeletionBehavior to RESTORE_SOURCE, then delete',
    how: new RegExp(`a delete takes ${names} off E2222222TARGET`),
  },
  {
    when: 'finished with RESTORE_SOURCE, a delete is the way back',
    journal: aJournal('DONE', { migration: aMigration({ deletionBehavior: 'RESTORE_SOURCE' }) }),
    short: 'Delete the resource',
    how: /^A delete does this: Point .* E1111111SOURCE must still be there and enabled\.$/,
  },
  {
    when: 'it goes back before the records had been moved, no record is spoken of',
    journal: aJournal('RESTORING'),
    short: 'It is being taken',
    how: /^One update adds/,
  },
  {
    when: 'it goes back after the records had been moved, they are',
    journal: aJournal('RESTORING', { records: { to: 'target' } }),
    short: 'It is being taken',
    how: /^Point the DNS records/,
  },
  {
    when: 'it is back',
    journal: aJournal('RESTORED'),
    short: 'None needed',
    how: `Back on E1111111SOURCE: ${names}.`,
  },
  {
    when: 'it is back but for a name that somebody else holds',
    journal: aJournal('RESTORED', { strays: ['b.example.com'] }),
    short: 'None needed',
    how: 'Back on E1111111SOURCE: a.example.com. b.example.com is held by somebody else by now and was left there.',
  },
  {
    when: 'the names are being let go',
    journal: aJournal('FREEING'),
    short: 'None',
    how: /being released as DeletionBehavior asks/,
  },
];

describe('the way back, when', () => {
  test.each(rows)('$when', ({ journal, short, how }) => {
    const back = wayBackAt(journal);
    expect(back.short).toBe(short);
    if (typeof how === 'string') expect(back.how).toBe(how);
    else expect(back.how).toMatch(how);
  });

  test('the migration is forgotten: nobody remembers, so it is another move', () => {
    expect(wayBackOnceForgotten(aJournal('DONE')).how).toContain(
      'another AliasMigration from E2222222TARGET to E1111111SOURCE',
    );
  });
});

test.each(Object.keys(phases) as Phase[])('%s has a way back in whole sentences', (phase) => {
  for (const journal of [aJournal(phase), aJournal(phase, atomic), aJournal(phase, without)])
    expect(wayBackAt(journal).how).toMatch(/^[A-Za-z].*\.$/);
});
