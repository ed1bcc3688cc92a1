import type { Before, Distribution, Journal, WildcardWish } from '../src';
import { leftBehind, plan, reconciliationOf } from '../src';
import {
  aBefore,
  acm,
  aJournal,
  aMigration,
  aSource,
  aTarget,
  aWorld,
  free,
  NOW,
  recordsToSource,
  SOURCE_CERTIFICATE,
  TARGET_ARN,
  withWildcard,
} from './builder';

const anOlder = { ...acm('arn:older'), minimumProtocolVersion: 'TLSv1.1_2016' } as const;
const sourceWith = (...aliases: string[]) => ({ ...aBefore().source, aliases });
const targetWith = (...aliases: string[]) => ({ ...aBefore().target, aliases });

interface Row {
  readonly when: string;
  readonly wildcard?: WildcardWish;
  readonly before?: Partial<Before>;
  readonly seen?: { readonly source?: Distribution; readonly target?: Distribution };
  readonly strays?: readonly string[];
  readonly source?: readonly string[];
  readonly target?: readonly string[];
  readonly certificate?: object;
}

const rows: Row[] = [
  {
    when: 'the names move and nothing else is there, one side is empty and the other has them',
    source: [],
    target: ['a.example.com', 'b.example.com'],
    certificate: acm(TARGET_ARN),
  },
  {
    when: 'other names live on both sides, they stay there',
    before: {
      source: sourceWith('a.example.com', 'b.example.com', 'c.example.com'),
      target: targetWith('x.org'),
    },
    source: ['c.example.com'],
    target: ['a.example.com', 'b.example.com', 'x.org'],
  },
  {
    when: 'the target had the wildcard for itself before, it keeps it',
    before: { target: targetWith('*.example.com'), wildcards: [] },
    target: ['*.example.com', 'a.example.com', 'b.example.com'],
  },
  {
    when: 'the transit wildcard is to be kept, it stays beside the names',
    wildcard: { keep: true },
    target: ['*.example.com', 'a.example.com', 'b.example.com'],
  },
  {
    when: 'somebody added a name during the move, it stays',
    seen: { source: aSource({ aliases: ['new.example.com'] }), target: aTarget({ aliases: ['x.org'] }) },
    source: ['new.example.com'],
    target: ['a.example.com', 'b.example.com', 'x.org'],
  },
  {
    when: 'the last look was an old one, it is the end of the move all the same',
    seen: { source: aSource(), target: withWildcard },
    source: [],
    target: ['a.example.com', 'b.example.com'],
    certificate: acm(TARGET_ARN),
  },
  {
    when: 'somebody else holds a name in the end, the target does not claim it',
    seen: {
      source: aSource({ aliases: ['a.example.com'] }),
      target: aTarget({ aliases: ['b.example.com'] }),
    },
    strays: ['a.example.com'],
    source: ['a.example.com'],
    target: ['b.example.com'],
  },
  {
    when: 'the target had a certificate, the attached one has its settings',
    before: { target: { ...targetWith(), certificate: anOlder } },
    certificate: { ...anOlder, arn: TARGET_ARN },
  },
];

describe('what is left behind', () => {
  test.each(rows)('when $when', ({ wildcard, before = {}, seen, strays, source, target, certificate }) => {
    const after = leftBehind(aMigration({ wildcard }), aBefore(before), seen, strays);
    if (source) expect(after.source).toEqual({ aliases: source, certificate: SOURCE_CERTIFICATE });
    if (target) expect(after.target.aliases).toEqual(target);
    if (certificate) expect(after.target.certificate).toEqual(certificate);
  });
});

test('what was seen when the move is done goes into the journal', () => {
  const world = aWorld({
    source: aSource({ aliases: [] }),
    target: aTarget({ aliases: ['a.example.com', 'b.example.com', 'x.org'] }),
    locks: free,
  });
  const { journal } = plan(world, aJournal('SETTLING'), NOW);
  expect(journal).toMatchObject({
    phase: 'DONE',
    after: { target: { aliases: ['a.example.com', 'b.example.com', 'x.org'] } },
  });
});

const done = (changes: Partial<Journal> = {}): Journal => aJournal('DONE', changes);
const config = (snippet: string | undefined): string[] =>
  (snippet ?? '').split('\n').filter((line) => line !== '' && !line.startsWith('#'));

describe('the snippets', () => {
  test('are YAML in the words of AWS::CloudFront::Distribution', () => {
    const { source, target } = reconciliationOf(done())!;
    expect(config(source)).toEqual([
      'DistributionConfig:',
      '  Aliases: []',
      '  ViewerCertificate:',
      '    AcmCertificateArn: arn:aws:acm:us-east-1:636696000000:certificate/source',
      '    SslSupportMethod: sni-only',
      '    MinimumProtocolVersion: TLSv1.2_2021',
    ]);
    expect(config(target).slice(0, 5)).toEqual([
      'DistributionConfig:',
      '  Aliases:',
      '    - a.example.com',
      '    - b.example.com',
      '  ViewerCertificate:',
    ]);
  });

  test('say which distribution of which account they are for, and how to find its stack', () => {
    const { source, target } = reconciliationOf(done())!;
    expect(source).toMatch(/^# E1111111SOURCE in account 636696000000/);
    expect(target).toMatch(/^# E2222222TARGET in account 310123456789/);
    expect(target).toContain(
      'aws cloudformation describe-stack-resources --physical-resource-id E2222222TARGET',
    );
  });

  test.each([
    ['a wildcard is quoted, or YAML would read a reference', { aliases: ['*.x.org'] }, "    - '*.x.org'"],
    [
      'the default certificate is named as such',
      { certificate: { kind: 'default' as const } },
      '    CloudFrontDefaultCertificate: true',
    ],
    [
      'a certificate of IAM is named by its id',
      { certificate: { kind: 'iam' as const, id: 'ASCA1' } },
      '    IamCertificateId: ASCA1',
    ],
  ])('%s', (_rule, changes, line) => {
    const end = { aliases: [], certificate: SOURCE_CERTIFICATE };
    const after = { source: { ...end, ...changes }, target: end };
    expect(config(reconciliationOf(done({ after }))?.source)).toContain(line);
  });

  test('of a finished move are what was seen when it was done, whatever is there now', () => {
    const end = { aliases: ['seen.example.com'], certificate: SOURCE_CERTIFICATE };
    expect(reconciliationOf(done({ after: { source: end, target: end } }))?.target).toContain(
      'seen.example.com',
    );
  });
});

describe('the warnings', () => {
  const warningsIn = (journal: Journal, lost?: string[]) => reconciliationOf(journal, lost)?.warnings ?? [];

  test.each(['PLANNED', 'DONE'] as const)(
    '%s: the target would lose the names, the source would be refused, the records would go back',
    (phase) => {
      const warnings = warningsIn(aJournal(phase, { before: aBefore({ records: recordsToSource }) }));
      expect(warnings).toEqual([
        expect.stringMatching(/^E2222222TARGET: .*takes them off.*outage.*ReconcileTarget/),
        expect.stringMatching(/^E1111111SOURCE: .*409 CNAMEAlreadyExists.*ReconcileSource/),
        expect.stringMatching(/^DNS: .*e2222222target\.cloudfront\.net.*e1111111source\.cloudfront\.net/),
      ]);
    },
  );

  test('say nothing of DNS where the move left it alone', () => {
    const journal = done({ before: aBefore({ records: [] }), migration: aMigration({ dns: undefined }) });
    expect(warningsIn(journal)).toHaveLength(2);
  });

  test('begin with the names that have left the target since', () => {
    expect(warningsIn(done(), ['a.example.com'])[0]).toMatch(
      /^a\.example\.com is not on E2222222TARGET any more\..*deploy ReconcileTarget now/,
    );
  });

  test.each(['LOCKING', 'RESTORING', 'RESTORED'] as const)('do not speak of a run that is %s', (phase) => {
    expect(reconciliationOf(aJournal(phase))).toBeUndefined();
  });
});
