import type { Migration } from '@cutover/alias-migration';
import { parseFault } from '@cutover/local-aws';
import { ACCOUNTS, SOURCE, TARGET } from '../src/cast';
import { type Errand, runEach, step, under } from '../src/errands';
import { pass } from '../src/turns';
import {
  aCrossing,
  aMove,
  create,
  locksIn,
  NAMES,
  NEXT,
  namesOf,
  portraitOf,
  remove,
  type StageOptions,
  stageOf,
  update,
} from './stage';

const [A, B, C] = NAMES;
const toNext: Partial<Migration> = { target: { distributionId: NEXT } };
const noSource = { source: { distributionId: '', accountId: ACCOUNTS.target, isSought: true } } as const;
const restoring: Partial<Migration> = { deletionBehavior: 'RESTORE_SOURCE' };

interface Row {
  readonly when: string;
  readonly stage?: StageOptions;
  readonly errands: readonly Errand[];
  /** How the last errand ends. */
  readonly ends: object;
  readonly holding: Readonly<Record<string, readonly string[]>>;
}

const succeeds = { kind: 'succeeded' };
const fails = (message: RegExp) => ({ kind: 'failed', message: expect.stringMatching(message) });
const sickAt = (id: string, host?: string): StageOptions => ({
  isSick: (at, name) => at === id && (host === undefined || name === host),
});

const rows: Row[] = [
  {
    when: 'a name is added, it moves from the source too',
    errands: [create(aMove()), update(aMove({ aliases: [...NAMES] }))],
    ends: succeeds,
    holding: { [SOURCE]: [], [TARGET]: NAMES, [NEXT]: [] },
  },
  {
    when: 'the target changes, all names move from the old target to the new one',
    errands: [create(aMove()), update(aMove(toNext))],
    ends: succeeds,
    holding: { [SOURCE]: [C], [TARGET]: [], [NEXT]: [A, B] },
  },
  {
    when: 'the target changes and names come and go, each goes where it is declared',
    errands: [create(aMove(restoring)), update(aMove({ ...restoring, ...toNext, aliases: [B, C] }))],
    ends: succeeds,
    holding: { [SOURCE]: [A], [TARGET]: [], [NEXT]: [B, C] },
  },
  {
    when: 'a name is taken out with KEEP, it stays on the target',
    errands: [create(aMove()), update(aMove({ aliases: [A] }))],
    ends: succeeds,
    holding: { [SOURCE]: [C], [TARGET]: [A, B], [NEXT]: [] },
  },
  {
    when: 'a name is taken out with RESTORE_SOURCE, it goes back to the source',
    errands: [create(aMove(restoring)), update(aMove({ ...restoring, aliases: [A] }))],
    ends: succeeds,
    holding: { [SOURCE]: [B, C], [TARGET]: [A], [NEXT]: [] },
  },
  {
    when: 'a name is taken out with RELEASE, the update is refused',
    errands: [
      create(aMove({ deletionBehavior: 'RELEASE' })),
      update(aMove({ deletionBehavior: 'RELEASE', aliases: [A] })),
    ],
    ends: fails(/^Nothing was changed\. Aliases: b\.example\.com .*RELEASE.*KEEP/),
    holding: { [SOURCE]: [C], [TARGET]: [A, B], [NEXT]: [] },
  },
  {
    when: 'the new target is sick, the names are back on the old one, not on the source',
    stage: sickAt(NEXT),
    errands: [create(aMove()), update(aMove(toNext))],
    ends: fails(/answered 500.*The update was taken back/),
    holding: { [SOURCE]: [C], [TARGET]: [A, B], [NEXT]: [] },
  },
  {
    when: 'an added name turns out sick after the others have moved, those are taken back too',
    stage: sickAt(NEXT, C),
    errands: [create(aMove()), update(aMove({ ...toNext, aliases: [...NAMES] }))],
    ends: fails(/c\.example\.com.*answered 500.*The update was taken back/),
    holding: { [SOURCE]: [C], [TARGET]: [A, B], [NEXT]: [] },
  },
  {
    when: 'an added name cannot be moved at all, what has moved before is taken back',
    errands: [create(aMove()), update(aMove({ ...toNext, aliases: [A, B, 'd.example.com'] }))],
    ends: fails(/d\.example\.com.*The update was taken back/),
    holding: { [SOURCE]: [C], [TARGET]: [A, B], [NEXT]: [] },
  },
  {
    when: 'a failed update is rolled back, it finds itself done',
    stage: sickAt(NEXT),
    errands: [create(aMove()), update(aMove(toNext)), update(aMove())],
    ends: succeeds,
    holding: { [SOURCE]: [C], [TARGET]: [A, B], [NEXT]: [] },
  },
  {
    when: 'a finished update is rolled back, everything moves back, and removed names come again',
    errands: [
      create(aMove(restoring)),
      update(aMove({ ...restoring, ...toNext, aliases: [B, C] })),
      update(aMove(restoring)),
    ],
    ends: { kind: 'succeeded', message: expect.stringContaining('taken back') },
    holding: { [SOURCE]: [C], [TARGET]: [A, B], [NEXT]: [] },
  },
  {
    when: 'an updated migration with RESTORE_SOURCE is deleted, all names go home to the very source',
    errands: [
      create(aMove(restoring)),
      update(aMove({ ...restoring, ...toNext, aliases: [...NAMES] })),
      remove(aMove(restoring)),
    ],
    ends: succeeds,
    holding: { [SOURCE]: NAMES, [TARGET]: [], [NEXT]: [] },
  },
  {
    when: 'the source is in another account, the change of targets is still one step, and a new name crosses',
    stage: { sourceAccountId: ACCOUNTS.source },
    errands: [create(aCrossing()), update(aCrossing({ ...toNext, aliases: [...NAMES] }))],
    ends: succeeds,
    holding: { [SOURCE]: [], [TARGET]: [], [NEXT]: NAMES },
  },
  {
    when: 'names that crossed accounts are to be restored after a change of targets, they cross back from there',
    stage: { sourceAccountId: ACCOUNTS.source },
    errands: [
      create(aCrossing(restoring)),
      update(aCrossing({ ...restoring, ...toNext })),
      remove(aCrossing(restoring)),
    ],
    ends: succeeds,
    holding: { [SOURCE]: NAMES, [TARGET]: [], [NEXT]: [] },
  },
  {
    when: 'no source is declared, the names come from the distribution that has them, and go home to it',
    errands: [
      create(aMove({ ...restoring, ...noSource, aliases: [A] })),
      update(aMove({ ...restoring, ...noSource })),
      remove(aMove(restoring)),
    ],
    ends: succeeds,
    holding: { [SOURCE]: NAMES, [TARGET]: [], [NEXT]: [] },
  },
  {
    when: 'a name was on the target before the create, it is adopted, and no delete takes it away',
    stage: { holding: { [SOURCE]: [A, C], [TARGET]: [B] } },
    errands: [create(aMove(restoring)), remove(aMove(restoring))],
    ends: succeeds,
    holding: { [SOURCE]: [A, C], [TARGET]: [B], [NEXT]: [] },
  },
];

test.each(rows)('when $when', async ({ stage: options, errands, ends, holding }) => {
  const stage = stageOf(options);
  const runs = await runEach(stage, ...errands);
  expect(runs.at(-1)?.ended).toMatchObject(ends);
  expect(runs.slice(0, 1).map(({ ended }) => ended?.kind)).toEqual(['succeeded']);
  const records = Object.fromEntries(
    Object.entries(holding).flatMap(([id, names]) =>
      names.map((name) => [name, `${id.toLowerCase()}.cloudfront.net`]),
    ),
  );
  expect(portraitOf(stage.world)).toEqual({ ...holding, records });
  expect(stage.gaps).toEqual([]);
  expect(locksIn(stage.world)).toEqual([]);
});

test('where no source is declared, and the name is in another account, it is refused with its holder', async () => {
  const stage = stageOf({ sourceAccountId: ACCOUNTS.source });
  const [run] = await runEach(stage, create(aCrossing(noSource)));
  expect(run?.ended).toMatchObject({
    code: 'InvalidRequest',
    message: expect.stringMatching(
      /^Nothing was changed\. Source: no distribution of account 310123456789 has a\.example\.com; distribution \*+1SOURCE of account \*+\d+ holds it.*Amplify/,
    ),
  });
});

describe('whatever instant it comes at', () => {
  const was = aMove(restoring);
  const is = aMove({ ...restoring, ...toNext, aliases: [B, C] });
  const begun = async () => {
    const stage = stageOf();
    await runEach(stage, create(was));
    return { stage, before: portraitOf(stage.world) };
  };

  /** The update's first turns, and then something else. */
  const updatedFor = async (turns: number) => {
    const { stage, before } = await begun();
    let run = under(update(is), stage.world.now);
    for (let nth = 0; nth < turns && !run.ended; nth++) {
      pass(stage, Math.max(0, run.at - stage.world.now));
      run = await step(stage, run);
    }
    return { stage, before, run };
  };

  /** @param every how many turns apart */
  const turnsOf = async (every: number): Promise<number[]> => {
    const { stage } = await begun();
    const [run] = await runEach(stage, update(is));
    return Array.from({ length: Math.ceil((run?.turns ?? 0) / every) }, (_, nth) => nth * every);
  };

  test('a cancelled update is taken back', async () => {
    for (const turns of await turnsOf(2)) {
      const { stage, before } = await updatedFor(turns);
      const [run] = await runEach(stage, update(was));
      expect({ turns, kind: run?.ended?.kind }).toEqual({ turns, kind: 'succeeded' });
      expect({ turns, ...portraitOf(stage.world) }).toEqual({ turns, ...before });
      expect([turns, stage.gaps, locksIn(stage.world)]).toEqual([turns, [], []]);
    }
  }, 120_000);

  test('a delete takes the update back, and then does what the resource of before declares', async () => {
    for (const turns of await turnsOf(5)) {
      const { stage, run } = await updatedFor(turns);
      const [deleted] = await runEach(stage, remove(was));
      expect({ turns, ended: deleted?.ended }).toMatchObject({ turns, ended: succeeds });
      expect(run.ended).toBeUndefined();
      expect({ turns, [SOURCE]: namesOf(stage.world, SOURCE) }).toEqual({ turns, [SOURCE]: [...NAMES] });
      expect([turns, stage.gaps, [...stage.world.parameters.keys()]]).toEqual([turns, [], []]);
    }
  }, 120_000);

  test('the death of the handler changes nothing of it', async () => {
    const { stage: example } = await begun();
    const first = example.world.calls.length;
    await runEach(example, update(is));
    const last = example.world.calls.length;
    const kinds = ['before', 'during', 'after'];
    for (let call = first + 1; call <= last; call += 7) {
      const { stage } = await begun();
      stage.world.faults.push(parseFault(`handler.kill.${kinds[call % 3]}@${call}`));
      const [run] = await runEach(stage, update(is));
      expect({ call, ended: run?.ended }).toMatchObject({ call, ended: succeeds });
      expect({ call, ...portraitOf(stage.world) }).toEqual({ call, ...portraitOf(example.world) });
      expect([call, stage.gaps, locksIn(stage.world)]).toEqual([call, [], []]);
    }
  }, 120_000);
});
