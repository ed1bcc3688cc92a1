import { minutesToMs } from '@cutover/ground';
import { beginDeletion, type DeletionBehavior, type Journal, type Phase } from '../src';
import { aJournal, aMigration, NOW } from './builder';

const LATER = NOW + minutesToMs(90);
const done = (deletionBehavior: DeletionBehavior): Journal =>
  aJournal('DONE', { migration: aMigration({ deletionBehavior }) });
const behaviors: readonly DeletionBehavior[] = ['KEEP', 'RESTORE_SOURCE', 'RELEASE'];

describe('a finished migration', () => {
  test('with KEEP is just forgotten', () => {
    expect(beginDeletion(done('KEEP'), false, LATER)).toBeUndefined();
  });

  test.each<[DeletionBehavior, Phase]>([
    ['RESTORE_SOURCE', 'RETURNING'],
    ['RELEASE', 'FREEING'],
  ])('with %s goes to %s, with all its time before it', (deletionBehavior, phase) => {
    expect(beginDeletion(done(deletionBehavior), false, LATER)).toMatchObject({
      phase,
      phaseSince: LATER,
      startedAt: LATER,
      deleting: true,
      because: { message: expect.stringContaining(deletionBehavior) },
    });
  });
});

describe.each(behaviors)('with %s, which is meant for a finished migration', (deletionBehavior) => {
  const migration = aMigration({ deletionBehavior });

  test.each<Phase>(['PREFLIGHT', 'PLANNED', 'RESTORED'])('%s has nothing to undo', (phase) => {
    expect(beginDeletion(aJournal(phase, { migration }), false, LATER)).toBeUndefined();
  });

  test.each<Phase>([
    'LOCKING',
    'ADDING_WILDCARD',
    'CANARY',
    'RELEASING',
    'MOVING_ALIASES',
    'VERIFYING',
    'BAKING',
    'MOVING_DNS',
    'DNS_GATE',
    'CLAIMING',
    'SETTLING',
    'RESTORING',
  ])('%s goes back to the source: half a move is no state to leave', (phase) => {
    expect(beginDeletion(aJournal(phase, { migration }), false, LATER)).toMatchObject({
      phase: 'RESTORING',
      deleting: true,
    });
  });
});

describe('a delete', () => {
  const trouble = {
    action: 'look',
    failure: 'Denied',
    disposition: 'giveUp',
    code: 'AccessDenied',
    message: 'no',
    times: 1,
    since: NOW,
  } as const;

  test('goes on where it is from turn to turn, its time and its troubles with it', () => {
    const running = aJournal('RESTORING', { deleting: true, trouble });
    expect(beginDeletion(running, true, LATER)).toBe(running);
  });

  test.each<Phase>(['RESTORING', 'RETURNING', 'FREEING'])(
    'that failed in %s and is asked for again gets its time anew',
    (phase) => {
      expect(beginDeletion(aJournal(phase, { deleting: true, trouble }), false, LATER)).toMatchObject({
        phase,
        phaseSince: LATER,
        startedAt: LATER,
        trouble: undefined,
      });
    },
  );
});

test('a create that failed keeps its own reason when its rollback deletes it', () => {
  const because = { code: 'NotStabilized', message: 'a.example.com answered 500.', at: NOW } as const;
  expect(beginDeletion(aJournal('RESTORING', { because }), false, LATER)).toMatchObject({ because });
});
