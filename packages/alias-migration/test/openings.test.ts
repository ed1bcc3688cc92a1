import { minutesToMs } from '@cutover/ground';
import { type Journal, openCreate, openDelete, openUpdate, type Wish } from '../src';
import { aJournal, aMigration, NOW } from './builder';

const declared = { Aliases: ['a.example.com', 'b.example.com'] };
const otherwise = { ...declared, PlanOnly: true };
const wish = (changes: Partial<Wish> = {}): Wish => ({
  migrationId: 'am-1',
  migration: aMigration(),
  declared,
  now: NOW + minutesToMs(1),
  ...changes,
});

interface Row {
  readonly when: string;
  readonly stored: Journal | undefined;
  readonly wish?: Partial<Wish>;
  readonly expected: object;
}

/** As journals come back: what was undefined is missing. */
const fromStore = (journal: Journal | undefined): Journal | undefined =>
  journal && JSON.parse(JSON.stringify(journal));

/** What an earlier turn of the same request was answered with. */
const SEEN = 6;

const planned = aJournal('PLANNED', { declared: otherwise, revision: 4 });
const fresh = { phase: 'PREFLIGHT', startedAt: NOW + minutesToMs(1), declared };
const isSource = aMigration({ target: { distributionId: 'E1111111SOURCE' } });
const noRole = aMigration({ source: { distributionId: 'E1111111SOURCE', accountId: '636696000000' } });

const creates: Row[] = [
  {
    when: 'nothing is stored, a run begins that no store has seen',
    stored: undefined,
    expected: { kind: 'go', journal: { ...fresh, revision: 0 } },
  },
  {
    when: 'the same token comes again half way, the run goes on where it is',
    stored: aJournal('VERIFYING', { declared }),
    expected: { kind: 'go', journal: { phase: 'VERIFYING', revision: 1 } },
  },
  {
    when: 'the same token comes again after the end, nothing moves twice',
    stored: aJournal('DONE', { declared }),
    expected: { kind: 'go', journal: { phase: 'DONE' } },
  },
  {
    when: 'the source is the target too, it is refused before any call',
    stored: undefined,
    wish: { migration: isSource },
    expected: { kind: 'refuse', code: 'InvalidRequest', message: expect.stringContaining('Nothing was') },
  },
  {
    when: 'the source is in another account and no role is given, it is refused',
    stored: undefined,
    wish: { migration: noRole },
    expected: { kind: 'refuse', message: expect.stringContaining('Source.RoleArn') },
  },
];

const updates: Row[] = [
  {
    when: 'there is no such migration, it is not found',
    stored: undefined,
    expected: { kind: 'refuse', code: 'NotFound', message: 'There is no migration am-1.' },
  },
  {
    when: 'the migration is being deleted, it is not found either',
    stored: aJournal('RETURNING', { declared, deleting: true }),
    expected: { kind: 'refuse', code: 'NotFound' },
  },
  {
    when: 'a plan is to be carried out, the run begins and remembers the plan in case it is refused',
    stored: planned,
    expected: { kind: 'go', journal: { ...fresh, revision: 4, earlier: planned } },
  },
  {
    when: 'the run that carries out a plan is under way, it goes on',
    stored: aJournal('LOCKING', { declared }),
    expected: { kind: 'go', journal: { phase: 'LOCKING' } },
  },
  {
    when: 'a plan is to be carried out that says nonsense, the plan stays',
    stored: planned,
    wish: { migration: isSource },
    expected: { kind: 'refuse', code: 'InvalidRequest' },
  },
  {
    when: 'an update was cancelled in its preflight, its rollback finds the plan of before',
    stored: aJournal('PREFLIGHT', { declared, revision: 5, earlier: planned }),
    wish: { declared: otherwise },
    expected: { kind: 'go', journal: { phase: 'PLANNED', revision: 5 } },
  },
  {
    when: 'the last run went back, the same declaration tries again',
    stored: aJournal('RESTORED', { declared, revision: 9 }),
    expected: { kind: 'go', journal: { ...fresh, revision: 9, touched: false } },
  },
  {
    when: 'nothing has changed, nothing is done',
    stored: aJournal('DONE', { declared }),
    expected: { kind: 'go', journal: { phase: 'DONE', revision: 1 } },
  },
  {
    when: 'a finished migration gets another DeletionBehavior, only its memory changes',
    stored: aJournal('DONE', { declared: otherwise }),
    wish: { migration: aMigration({ deletionBehavior: 'RELEASE' }) },
    expected: {
      kind: 'go',
      journal: { phase: 'DONE', declared, migration: { deletionBehavior: 'RELEASE' } },
    },
  },
  {
    when: 'a finished migration gets another Verification, only its memory changes',
    stored: aJournal('DONE', {
      declared: otherwise,
      migration: aMigration({ target: { ...aMigration().target, certificateArn: undefined } }),
    }),
    wish: {
      migration: aMigration({
        target: { ...aMigration().target, certificateArn: undefined },
        verification: { path: '/ok', minConsecutive: 1, bakeMinutes: 0 },
      }),
    },
    expected: { kind: 'go', journal: { phase: 'DONE', migration: { verification: { path: '/ok' } } } },
  },
  {
    when: 'a finished migration gets other Aliases, a leg begins with those that were added',
    stored: aJournal('DONE', { declared: otherwise, revision: 7 }),
    wish: { migration: aMigration({ aliases: ['a.example.com', 'b.example.com', 'c.example.com'] }) },
    expected: {
      kind: 'go',
      journal: { ...fresh, revision: 7, touched: false, migration: { aliases: ['c.example.com'] } },
    },
  },
  {
    when: 'a finished migration gets another Target, a leg begins between the two targets',
    stored: aJournal('DONE', { declared: otherwise }),
    wish: { migration: aMigration({ target: { distributionId: 'E3333333OTHER' } }) },
    expected: {
      kind: 'go',
      journal: {
        ...fresh,
        migration: {
          strategy: 'ATOMIC',
          aliases: ['a.example.com', 'b.example.com'],
          source: { distributionId: 'E2222222TARGET', accountId: '310123456789' },
          target: { distributionId: 'E3333333OTHER' },
        },
      },
    },
  },
  {
    when: 'a finished migration gets the source as its Target, it is refused before any call',
    stored: aJournal('DONE', { declared: otherwise }),
    wish: { migration: isSource },
    expected: { kind: 'refuse', code: 'InvalidRequest' },
  },
  {
    when: 'the answer of an update that was taken back has been lost, it is given again and nothing moves',
    stored: aJournal('DONE', {
      revision: SEEN + 1,
      declared: otherwise,
      refused: { code: 'NotStabilized', message: 'sick. The update was taken back.', at: NOW },
    }),
    wish: { migration: aMigration({ aliases: ['c.example.com'] }), seenRevision: SEEN },
    expected: { kind: 'refuse', code: 'NotStabilized', message: 'sick. The update was taken back.' },
  },
  {
    when: 'the answer of an update that went back to the source has been lost, it is given again and nothing moves',
    stored: aJournal('RESTORED', { declared, revision: SEEN + 1 }),
    wish: { seenRevision: SEEN },
    expected: { kind: 'go', journal: { phase: 'RESTORED', revision: SEEN + 1 } },
  },
  {
    when: 'the first journal of an update could not be written, the run that went back before it is tried again',
    stored: aJournal('RESTORED', { declared, revision: SEEN }),
    wish: { seenRevision: SEEN },
    expected: { kind: 'go', journal: { ...fresh, revision: SEEN } },
  },
];

describe.each([
  ['create', openCreate, creates],
  ['update', openUpdate, updates],
])('%s', (_action, open, rows) => {
  test.each(rows)('when $when', ({ stored, wish: changes, expected }) => {
    expect(open(wish(changes))(fromStore(stored))).toMatchObject(expected);
  });
});

describe('update of a finished migration is refused', () => {
  test.each<[string, Partial<Wish['migration']>]>([
    ['another certificate', { target: { distributionId: 'E2222222TARGET' } }],
    ['other Aliases and no Dns any more', { aliases: ['c.example.com'], dns: undefined }],
    ['another Target and PlanOnly', { target: { distributionId: 'E3333333OTHER' }, planOnly: true }],
    ['another Source', { source: { distributionId: 'E3333333OTHER', accountId: '310123456789' } }],
    ['another Strategy', { strategy: 'WILDCARD' }],
    ['no Dns any more', { dns: undefined }],
    ['PlanOnly', { planOnly: true }],
  ])('with %s', (_what, changes) => {
    const stored = aJournal('DONE', { declared: otherwise });
    expect(openUpdate(wish({ migration: aMigration(changes) }))(stored)).toMatchObject({
      kind: 'refuse',
      code: 'NotUpdatable',
      message: expect.stringMatching(/^Nothing was changed\..*declare another migration/),
    });
  });

  test('also while it runs, whatever changes', () => {
    const stored = aJournal('BAKING', { declared: otherwise });
    expect(openUpdate(wish())(stored)).toMatchObject({ kind: 'refuse', code: 'NotUpdatable' });
  });
});

describe('an update that has come to its end', () => {
  const from = aJournal('DONE', { declared: otherwise });
  const course = { from, whole: aMigration(), leg: 'move', ahead: [], passed: [], endedAt: NOW } as const;
  const updated = aJournal('DONE', { declared, course });
  const asBefore = (now: number) =>
    openUpdate(wish({ declared: otherwise, migration: aMigration(), now }))(updated);

  test('is taken back when the stack declares what was before it', () =>
    expect(asBefore(NOW + minutesToMs(60))).toMatchObject({
      kind: 'go',
      journal: { course: { back: { isAsked: true } } },
    }));

  test('is not taken back days later: who declares that then means a new update', () =>
    expect(asBefore(NOW + minutesToMs(41 * 60))).toMatchObject({
      kind: 'go',
      journal: { course: undefined },
    }));
});

describe('a move that an update began from a plan, or from a wait', () => {
  const moved = aJournal('DONE', { declared, begunFrom: planned });
  const planOnly = aMigration({ planOnly: true });
  const asBefore = (now: number) =>
    openUpdate(wish({ declared: otherwise, migration: planOnly, now }))(moved);

  test('is taken back when the stack declares the plan again', () =>
    expect(asBefore(NOW + minutesToMs(60))).toMatchObject({
      kind: 'go',
      journal: { course: { from: { phase: 'PLANNED' }, back: { isAsked: true } } },
    }));

  test('is not taken back days later', () =>
    expect(asBefore(NOW + minutesToMs(41 * 60))).toMatchObject({ kind: 'refuse', code: 'NotUpdatable' }));
});

describe('delete', () => {
  const open = (stored: Journal | undefined, wasSeen = false) => openDelete('am-1', wasSeen, NOW)(stored);

  test('of what was never there is not found', () =>
    expect(open(undefined)).toMatchObject({ kind: 'refuse', code: 'NotFound' }));
  test('whose journal an earlier turn of it removed has succeeded', () =>
    expect(open(undefined, true)).toMatchObject({ kind: 'forget' }));
  test('of a plan forgets it, and says that nothing was moved', () =>
    expect(open(planned)).toEqual({ kind: 'forget', message: 'Forgotten; nothing was moved.' }));
  test('of a finished migration says where the aliases stay', () =>
    expect(open(aJournal('DONE'))).toEqual({
      kind: 'forget',
      message: 'Forgotten; a.example.com, b.example.com stay on E2222222TARGET.',
    }));
  test('of a run under way turns it back', () =>
    expect(open(aJournal('BAKING'))).toMatchObject({ kind: 'go', journal: { phase: 'RESTORING' } }));
});
