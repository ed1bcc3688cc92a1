import { freshJournal, type Journal, migrationOf } from '@cutover/alias-migration';
import fc from 'fast-check';
import { declaredIn, modelOf, type Properties, propertiesOf, shownOf } from '../src/codec';

const NOW = Date.UTC(2026, 0, 1);
const ACCOUNT = '310123456789';

const least: Properties = {
  Aliases: ['b.example.com', 'a.example.com'],
  Target: { DistributionId: 'E2222222TARGET' },
  Source: { DistributionId: 'E1111111SOURCE' },
};

const optional = { requiredKeys: [] };
const word = fc.string({ minLength: 1, maxLength: 20 });
const role = { RoleArn: word, ExternalId: word };

/** Whatever a template may declare, in any combination and order. */
const declarations: fc.Arbitrary<Properties> = fc.record(
  {
    Aliases: fc.uniqueArray(word, { minLength: 1, maxLength: 5 }),
    Target: fc.record({ DistributionId: word, CertificateArn: word }, { requiredKeys: ['DistributionId'] }),
    Source: fc.record(
      { DistributionId: word, AccountId: word, ...role },
      { requiredKeys: ['DistributionId'] },
    ),
    Strategy: fc.constantFrom('AUTO', 'ATOMIC', 'WILDCARD'),
    Dns: fc.record({ HostedZoneId: word, ...role }, { requiredKeys: ['HostedZoneId'] }),
    Verification: fc.record(
      {
        Path: word,
        ExpectStatus: fc.integer({ min: 200, max: 499 }),
        ExpectHeader: fc.record({ Name: word, Value: word }),
        MinConsecutive: fc.integer({ min: 1, max: 100 }),
        BakeMinutes: fc.integer({ min: 0, max: 1440 }),
      },
      optional,
    ),
    DeletionBehavior: fc.constantFrom('KEEP', 'RESTORE_SOURCE', 'RELEASE'),
    PlanOnly: fc.boolean(),
  },
  { requiredKeys: ['Aliases', 'Target', 'Source'] },
);

const journalOf = (declared: Properties, changes: Partial<Journal> = {}): Journal => ({
  ...freshJournal('am-1', migrationOf(declared, ACCOUNT), { ...declared }, NOW),
  ...changes,
});

/** As the journal comes back from a parameter. */
const stored = (journal: Journal): Journal => JSON.parse(JSON.stringify(journal));

describe('what was declared', () => {
  test('passes through the library’s model unchanged', () => {
    fc.assert(
      fc.property(declarations, (declared) => {
        expect(propertiesOf(modelOf(declared))).toEqual(declared);
      }),
    );
  });

  test('is what the resource shows, exactly, beside what came of it', () => {
    fc.assert(
      fc.property(declarations, (declared) => {
        const shown = shownOf(stored(journalOf(declared)));
        expect(shown).toEqual({ ...declared, MigrationId: 'am-1', Phase: 'PREFLIGHT' });
      }),
    );
  });

  test('is all that is left of a shown model: an update gets its read-only properties too', () => {
    fc.assert(
      fc.property(declarations, (declared) => {
        expect(declaredIn(shownOf(journalOf(declared)))).toEqual(declared);
      }),
    );
  });

  test('is the same migration in whatever order the aliases come: the schema calls them a set', () => {
    fc.assert(
      fc.property(declarations, (declared) => {
        const turned = { ...declared, Aliases: [...declared.Aliases].reverse() };
        expect(migrationOf(turned, ACCOUNT)).toEqual(migrationOf(declared, ACCOUNT));
      }),
    );
  });
});

describe('a model as plain JSON', () => {
  test('numbers and booleans that CloudFormation sent as text are numbers and booleans', () => {
    const sent = { ...least, PlanOnly: 'true', Verification: { ExpectStatus: '204', BakeMinutes: '0' } };
    const read = propertiesOf(modelOf(sent as unknown as Properties));
    expect(read).toEqual({ ...least, PlanOnly: true, Verification: { ExpectStatus: 204, BakeMinutes: 0 } });
  });

  test('a model that is not there has no properties', () => {
    expect(propertiesOf(undefined)).toEqual({});
    expect(propertiesOf(null)).toEqual({});
  });
});

describe('the migration', () => {
  test('has the defaults of the schema where nothing is declared', () => {
    expect(migrationOf(least, ACCOUNT)).toMatchObject({
      aliases: ['a.example.com', 'b.example.com'],
      source: { accountId: ACCOUNT },
      strategy: 'AUTO',
      verification: { path: '/', minConsecutive: 3, bakeMinutes: 5 },
      deletionBehavior: 'KEEP',
      planOnly: false,
    });
  });

  test('takes no bake time for no bake time', () => {
    const declared = { ...least, Verification: { BakeMinutes: 0 } };
    expect(migrationOf(declared, ACCOUNT).verification.bakeMinutes).toBe(0);
  });
});

const end = { aliases: [], certificate: { kind: 'default' } as const };
const before = {
  strategy: 'ATOMIC' as const,
  source: { ...end, domainName: 'd1.cloudfront.net' },
  target: { ...end, domainName: 'd2.cloudfront.net' },
  records: [],
  wildcards: [],
  plan: ['ATOMIC: one step.'],
};

test('a migration that waits for a customer shows what they have to set', () => {
  const customer = [
    { name: 'example.com', zone: 'example.com' },
    { name: 'www.example.com', zone: 'example.com' },
  ];
  const waiting = { ...before, customer, semaphoreZone: 'moves.example.net' };
  expect(shownOf(journalOf(least, { phase: 'AWAITING_DNS', before: waiting }))).toMatchObject({
    Phase: 'AWAITING_DNS',
    RequiredDnsRecords: [
      'example.com ALIAS d2.cloudfront.net',
      'www.example.com CNAME d2.cloudfront.net',
      '_cutover.example.com CNAME _cutover.example.com.moves.example.net',
      '_cutover.www.example.com CNAME _cutover.www.example.com.moves.example.net',
    ],
  });
});

test('a finished migration shows what came of it', () => {
  expect(shownOf(journalOf(least, { phase: 'DONE', before, cutoverAt: NOW }))).toEqual({
    ...least,
    MigrationId: 'am-1',
    Phase: 'DONE',
    ResolvedStrategy: 'ATOMIC',
    SourceDomainName: 'd1.cloudfront.net',
    TargetDomainName: 'd2.cloudfront.net',
    CutoverTime: '2026-01-01T00:00:00.000Z',
    Plan: ['ATOMIC: one step.'],
    ReconcileSource: expect.stringContaining('Aliases: []'),
    ReconcileTarget: expect.stringContaining('- b.example.com'),
    Warnings: [expect.stringMatching(/^E2222222TARGET: /), expect.stringMatching(/^E1111111SOURCE: /)],
  });
});
