import { minutesToMs } from '@cutover/ground';
import { type Journal, openDelete, openUpdate } from '../../src';
import {
  acm,
  aJournal,
  aMigration,
  answering,
  aSource,
  aTarget,
  aWorld,
  free,
  NOW,
  TARGET_ARN,
} from '../builder';
import { sick, specify } from './row';

/** Two waves of one name each; the first has passed. */
const waves = [['a.example.com'], ['b.example.com']];
const halting = aMigration({ waves, onFailure: 'HALT' });
const second = (phase: Journal['phase'], changes: Partial<Journal> = {}) =>
  aJournal(phase, { migration: halting, wave: 1, ...changes });
const transit = acm(TARGET_ARN);
const firstMoved = aWorld({
  source: aSource({ aliases: ['b.example.com'] }),
  target: aTarget({ aliases: ['*.example.com'], certificate: transit }),
});
const bothMoved = { ...firstMoved, source: aSource({ aliases: [] }) };

specify([
  {
    when: 'the first wave has baked, the second is released',
    journal: aJournal('BAKING', { migration: halting, phaseSince: NOW - minutesToMs(6) }),
    world: firstMoved,
    expected: { kind: 'do', action: { edit: { removeAliases: ['b.example.com'] } } },
    phase: 'RELEASING',
  },
  {
    when: 'only the first wave has moved, names of the second are not released',
    journal: aJournal('RELEASING', { migration: halting }),
    world: { ...firstMoved, source: aSource() },
    expected: { kind: 'do', action: { edit: { removeAliases: ['a.example.com'] } } },
    phase: 'RELEASING',
  },
  {
    when: 'the second wave is sick, it goes back and the first stays',
    journal: second('VERIFYING'),
    world: { ...bothMoved, viewers: answering(503) },
    expected: { kind: 'unwind', action: { side: 'source', edit: { addAliases: ['b.example.com'] } } },
    phase: 'HALTING',
    because: { code: 'NotStabilized' },
  },
  {
    when: 'the second wave is sick under RESTORE, the first goes back with it',
    journal: aJournal('VERIFYING', { migration: aMigration({ waves }), wave: 1 }),
    world: { ...bothMoved, viewers: answering(503) },
    expected: { kind: 'unwind', action: { edit: { addAliases: ['a.example.com', 'b.example.com'] } } },
    phase: 'RESTORING',
  },
  {
    when: 'the first wave is sick, there is nothing to halt for',
    journal: aJournal('VERIFYING', { migration: halting }),
    world: { ...firstMoved, viewers: answering(503) },
    expected: { kind: 'unwind', action: { side: 'source', edit: { addAliases: ['a.example.com'] } } },
    phase: 'RESTORING',
  },
  {
    when: 'the sick wave is back, the run has failed and says how to go on',
    journal: second('HALTING', { resumeAt: 'VERIFYING', because: sick }),
    world: { ...firstMoved, locks: free },
    expected: {
      kind: 'fail',
      message: expect.stringMatching(/a\.example\.com stay on E2222222TARGET.*update the resource to go on/),
    },
    phase: 'HALTED',
  },
  {
    when: 'all waves have passed and DNS does not come, every name stays',
    journal: second('DNS_GATE', { phaseSince: NOW - minutesToMs(181) }),
    world: { ...bothMoved, locks: free },
    expected: { kind: 'fail', message: expect.stringContaining('a.example.com, b.example.com stay') },
    phase: 'HALTED',
  },
  {
    when: 'a halted run is resumed, the wave that failed begins anew',
    journal: second('LOCKING', { resumeAt: 'RELEASING', before: second('BAKING').before }),
    world: firstMoved,
    expected: { kind: 'do', action: { edit: { removeAliases: ['b.example.com'] } } },
    phase: 'RELEASING',
  },
]);

describe('a halted migration', () => {
  const declared = { Aliases: ['a.example.com', 'b.example.com'] };
  const halted = second('HALTED', { declared, resumeAt: 'VERIFYING', because: sick });
  const wish = { migrationId: 'am-1', migration: halting, declared, now: NOW };

  test('goes on by an update, from the beginning of the wave that failed', () => {
    expect(openUpdate(wish)(halted)).toMatchObject({
      kind: 'go',
      journal: { phase: 'LOCKING', resumeAt: 'RELEASING', wave: 1 },
    });
  });

  test('is forgotten by a delete: CloudFormation deletes a failed create by itself', () => {
    expect(openDelete('am-1', false, NOW)(halted)).toMatchObject({
      kind: 'forget',
      message: 'Forgotten; a.example.com stay on E2222222TARGET.',
    });
  });

  test('goes all the way back by a delete once OnFailure says RESTORE', () => {
    const journal = { ...halted, migration: aMigration({ waves }) };
    expect(openDelete('am-1', false, NOW)(journal)).toMatchObject({
      kind: 'go',
      journal: { phase: 'RESTORING' },
    });
  });
});
