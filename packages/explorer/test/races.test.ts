import type { Migration } from '@cutover/alias-migration';
import { ACCOUNTS, BYPASS_ADDRESS, SOURCE, TARGET } from '../src/cast';
import { type Errand, type Run, runAll, runEach, type Stage, step, under } from '../src/errands';
import { type Other, others } from '../src/others';
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
} from './stage';

const [A, B, C] = NAMES;

/** A run's first turns, by itself. */
async function runFor(stage: Stage, errand: Errand, turns: number): Promise<Run> {
  let run = under(errand, stage.world.now);
  for (let nth = 0; nth < turns && !run.ended; nth++) {
    pass(stage, Math.max(0, run.at - stage.world.now));
    run = await step(stage, run);
  }
  return run;
}

const turnsOf = async (make: () => Stage, errand: Errand): Promise<number> =>
  (await runEach(make(), errand))[0]?.turns ?? 0;

/** The second begins before each turn of the first; from there on both take turns as they fall due. */
async function racesOf(make: () => ReturnType<typeof stageOf>, one: Errand, other: Errand, every = 1) {
  const races = [];
  for (let turns = 0; turns <= (await turnsOf(make, one)); turns += every) {
    const stage = make();
    const first = await runFor(stage, one, turns);
    const runs = await runAll(stage, [first, under(other, stage.world.now)]);
    // CloudFormation deletes what it could not create.
    for (const run of runs.filter(({ ended }) => ended?.kind === 'failed'))
      await runEach(stage, remove(run.migration, run.id));
    races.push({ turns, stage, runs });
  }
  return races;
}

const over: Partial<Migration> = {
  strategy: 'BYPASS',
  bypass: { records: [{ type: 'A', ttlSeconds: 60, values: [BYPASS_ADDRESS] }], drainSeconds: 60 },
};
const disabling: Partial<Migration> = { strategy: 'DISABLED_SOURCE', maxDowntimeSeconds: 300 };

interface Row {
  readonly when: string;
  readonly stage?: StageOptions;
  readonly one: Migration;
  readonly other: Migration;
}

const rivals: Row[] = [
  {
    when: 'two stacks of one account want the same name for two targets',
    one: aMove({ aliases: [A] }),
    other: aMove({ aliases: [A], target: { distributionId: NEXT } }),
  },
  {
    when: 'two stacks want names that overlap, in other orders',
    one: aMove({ aliases: [A, B] }),
    other: aMove({ aliases: [B, C], target: { distributionId: NEXT } }),
  },
  {
    when: 'two stacks bring the same name across accounts to two targets',
    stage: { sourceAccountId: ACCOUNTS.source },
    one: aCrossing({ aliases: [A] }),
    other: aCrossing({ aliases: [A], target: { distributionId: NEXT } }),
  },
  {
    when: 'two stacks of two accounts, which know nothing of each other, want the same name',
    stage: { sourceAccountId: ACCOUNTS.source, nextAccountId: ACCOUNTS.stranger },
    one: aCrossing({ aliases: [A] }),
    other: aCrossing({ aliases: [A], accountId: ACCOUNTS.stranger, target: { distributionId: NEXT } }),
  },
  {
    when: 'two stacks move the same name by its TXT record to two targets',
    stage: { knobs: { txtSameAccount: { AssociateAlias: true, UpdateDomainAssociation: true } } },
    one: aMove({ aliases: [A] }),
    other: aMove({ aliases: [A], target: { distributionId: NEXT } }),
  },
  {
    when: 'two stacks lead the same name past CloudFront to two targets',
    stage: { sourceAccountId: ACCOUNTS.source },
    one: aCrossing({ ...over, aliases: [A] }),
    other: aCrossing({ ...over, aliases: [A], target: { distributionId: NEXT } }),
  },
  {
    when: 'two stacks disable the source of the same name for two targets',
    // Other names would be down with it, and so it is refused.
    stage: { sourceAccountId: ACCOUNTS.source, holding: { [SOURCE]: [A] } },
    one: aCrossing({ ...disabling, aliases: [A] }),
    other: aCrossing({ ...disabling, aliases: [A], target: { distributionId: NEXT } }),
  },
];

/** Strategies by which CloudFront itself does not answer for a name all the time. */
const leavesCloudFront = ({ strategy }: Migration): boolean =>
  strategy === 'BYPASS' || strategy === 'DISABLED_SOURCE';

describe('one name, two migrations', () => {
  test.each(rivals)(
    'when $when, one wins, and the other is refused and ends as it began',
    async ({ stage: options, one, other }) => {
      for (const { turns, stage, runs } of await racesOf(
        () => stageOf(options),
        create(one),
        create(other, 'am-2'),
        2,
      )) {
        const winners = runs.filter(({ ended }) => ended?.kind === 'succeeded');
        const [loser] = runs.filter(({ ended }) => ended?.kind === 'failed');
        expect({ turns, winners: winners.length }).toEqual({ turns, winners: 1 });
        expect({ turns, ended: loser?.ended }).toMatchObject({
          turns,
          ended: { code: expect.stringMatching(/ResourceConflict|InvalidRequest/) },
        });
        const { aliases = [], target } = winners[0]?.migration ?? {};
        const holding = {
          [SOURCE]: (options?.holding?.[SOURCE] ?? NAMES).filter((name) => !aliases.includes(name)),
          [TARGET]: [],
          [NEXT]: [],
          [target?.distributionId ?? '']: [...aliases],
        };
        expect({ turns, ...portraitOf(stage.world) }).toMatchObject({ turns, ...holding });
        expect([turns, locksIn(stage.world)]).toEqual([turns, []]);
        if (!leavesCloudFront(one)) expect([turns, stage.gaps]).toEqual([turns, []]);
      }
    },
    240_000,
  );
});

const neighbours: Row[] = [
  {
    when: 'in one account',
    one: aMove({ aliases: [A] }),
    other: aMove({ aliases: [B, C] }),
  },
  {
    when: 'across accounts, under the same transit wildcard',
    stage: { sourceAccountId: ACCOUNTS.source },
    one: aCrossing({ aliases: [A] }),
    other: aCrossing({ aliases: [B, C] }),
  },
];

describe('several migrations onto one distribution', () => {
  test.each(neighbours)(
    '$when, all come to their end',
    async ({ stage: options, one, other }) => {
      for (const { turns, stage, runs } of await racesOf(
        () => stageOf(options),
        create(one),
        create(other, 'am-2'),
        3,
      )) {
        expect({ turns, kinds: runs.map(({ ended }) => ended?.kind) }).toEqual({
          turns,
          kinds: ['succeeded', 'succeeded'],
        });
        expect([turns, namesOf(stage.world, TARGET)]).toEqual([turns, [...NAMES]]);
        expect([turns, stage.gaps, locksIn(stage.world)]).toEqual([turns, [], []]);
      }
    },
    240_000,
  );
});

describe('another writer', () => {
  const comments = others.find(({ does }) => does.includes('comments')) as Other;

  test.each([
    ['in one account', aMove({ aliases: [A] }), undefined],
    ['across accounts', aCrossing({ aliases: [A] }), ACCOUNTS.source],
  ] as const)(
    '%s who edits both distributions before every turn loses no edit, and no name',
    async (_w, migration, sourceAccountId) => {
      const stage = stageOf({ sourceAccountId });
      let run = under(create(migration), stage.world.now);
      while (!run.ended) {
        pass(stage, Math.max(0, run.at - stage.world.now));
        // Every third turn only: a distribution that never stops deploying never becomes Deployed.
        if (run.turns % 3 === 0 && run.turns < 60) comments.act(stage.world, { migration } as never);
        run = await step(stage, run);
      }
      expect(run.ended).toMatchObject({ kind: 'succeeded' });
      for (const id of [SOURCE, TARGET])
        expect(stage.world.distributions.get(id)?.config.Comment).toBe('edited');
      expect([namesOf(stage.world, TARGET), stage.gaps]).toEqual([[A], []]);
    },
  );
});
