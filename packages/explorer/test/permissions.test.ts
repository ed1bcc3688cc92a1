import { ACCOUNTS, BYPASS_ADDRESS, SOURCE } from '../src/cast';
import { type Errand, type Run, runEach, type Stage, step, under } from '../src/errands';
import { pass } from '../src/turns';
import { allow, asHandlers, permissionsOf } from './handler-role';
import {
  aCrossing,
  aMove,
  create,
  locksIn,
  NAMES,
  NEXT,
  remove,
  type StageOptions,
  stageOf,
  update,
} from './stage';

/*
 * Least privilege: with the permissions of the schema every run below ends as it should, and for each of them there is
 * a run that ends otherwise without it.
 */

const [A, B] = NAMES;

interface Named {
  readonly name: string;
  readonly stage?: StageOptions;
  /** By an administrator, before. */
  readonly first?: Errand;
  readonly errand: Errand;
}

const across = { sourceAccountId: ACCOUNTS.source } as const;
const byTxt = { knobs: { txtSameAccount: { AssociateAlias: true, UpdateDomainAssociation: true } } } as const;
const restoring = { deletionBehavior: 'RESTORE_SOURCE' } as const;
const one = { ...restoring, aliases: [A] };
const noSource = { source: { distributionId: '', accountId: ACCOUNTS.target, isSought: true } } as const;
const noDns = { ...one, dns: undefined };
const two = { ...restoring, aliases: [A, B] };
const watched = {
  verification: {
    path: '/',
    minConsecutive: 1,
    bakeMinutes: 0,
    alarmArns: [`arn:aws:cloudwatch:us-east-1:${ACCOUNTS.target}:alarm:absent`],
  },
};
const wildcard = { strategy: 'WILDCARD', source: aMove().source } as const;
/** Somebody else has the transit wildcard. */
const taken: StageOptions = { holding: { [SOURCE]: NAMES, [NEXT]: ['*.example.com'] } };
const bypass = {
  strategy: 'BYPASS',
  bypass: { records: [{ type: 'A', ttlSeconds: 60, values: [BYPASS_ADDRESS] }], drainSeconds: 60 },
} as const;

const runs: Record<'create' | 'update' | 'delete', Named[]> = {
  create: [
    { name: 'a move within an account', errand: create(aMove(one)) },
    { name: 'a move from wherever the name is', errand: create(aMove({ ...one, ...noSource })) },
    // Nothing can publish the TXT record that AssociateAlias asks for.
    { name: 'a move without a zone', errand: create(aMove(noDns)) },
    { name: 'a move by its TXT record', stage: byTxt, errand: create(aMove(one)) },
    { name: 'a move across accounts', stage: across, errand: create(aCrossing(one)) },
    { name: 'a move that an alarm should watch', errand: create(aMove({ ...one, ...watched })) },
    { name: 'a move whose wildcard is taken', stage: taken, errand: create(aMove({ ...one, ...wildcard })) },
    { name: 'a move through a wildcard', errand: create(aMove({ ...one, ...wildcard })) },
  ],
  update: [
    {
      name: 'a migration that was planned only',
      first: create(aMove({ ...one, ...noSource, planOnly: true })),
      errand: update(aMove({ ...one, ...noSource })),
    },
    {
      name: 'a name more without a zone',
      first: create(aMove(noDns)),
      errand: update(aMove({ ...two, dns: undefined })),
    },
    { name: 'a name more within an account', first: create(aMove(one)), errand: update(aMove(two)) },
    {
      name: 'a name more by its TXT record',
      stage: byTxt,
      first: create(aMove(one)),
      errand: update(aMove(two)),
    },
    {
      name: 'a name more across accounts',
      stage: across,
      first: create(aCrossing(one)),
      errand: update(aCrossing(two)),
    },
    {
      name: 'a name more that an alarm should watch',
      first: create(aMove(one)),
      errand: update(aMove({ ...two, ...watched })),
    },
    {
      name: 'a name more whose wildcard is taken',
      stage: taken,
      first: create(aMove(one)),
      errand: update(aMove({ ...two, ...wildcard })),
    },
    {
      name: 'a name more through a wildcard',
      first: create(aMove(one)),
      errand: update(aMove({ ...two, ...wildcard })),
    },
  ],
  delete: [
    { name: 'a way home without a zone', first: create(aMove(noDns)), errand: remove(aMove(noDns)) },
    { name: 'a way home within an account', first: create(aMove(one)), errand: remove(aMove(one)) },
    {
      name: 'a way home by its TXT record',
      stage: byTxt,
      first: create(aMove(one)),
      errand: remove(aMove(one)),
    },
    {
      name: 'a way home across accounts',
      stage: across,
      first: create(aCrossing(one)),
      errand: remove(aCrossing(one)),
    },
    {
      name: 'a way home through a wildcard',
      first: create(aMove({ ...one, ...wildcard })),
      errand: remove(aMove({ ...one, ...wildcard })),
    },
    {
      name: 'a way home past a bypass',
      first: create(aMove({ ...one, ...bypass })),
      errand: remove(aMove({ ...one, ...bypass })),
    },
  ],
};

/** Longer than any of them takes: what is refused on a way back is tried again for a day. */
const TURNS_MAX = 150;

/** How it ended with these permissions, and what was left behind. */
async function outcomeOf({ stage: options, first, errand }: Named, actions: readonly string[]) {
  const stage: Stage = stageOf(options);
  if (first) await runEach(stage, first);
  allow(stage.world, actions);
  let run: Run = { ...under(errand, stage.world.now), asker: asHandlers };
  while (!run.ended && run.turns < TURNS_MAX) {
    pass(stage, Math.max(0, run.at - stage.world.now));
    run = await step(stage, run);
  }
  const { kind = 'endless', message } = run.ended ?? {};
  return { kind, message, locks: locksIn(stage.world) };
}

describe.each(Object.entries(runs))('permissions of %s', (action, named) => {
  const permissions = permissionsOf(action);
  const whole = new Map<Named, Awaited<ReturnType<typeof outcomeOf>>>();

  test.each(named.map((run) => [run.name, run] as const))('are enough for %s', async (_name, run) => {
    const [granted, administrator] = [await outcomeOf(run, permissions), await outcomeOf(run, ['*'])];
    whole.set(run, granted);
    expect(granted).toEqual(administrator);
    expect(granted.kind).not.toBe('endless');
  });

  test.each(permissions)('%s is needed', async (permission) => {
    const rest = permissions.filter((other) => other !== permission);
    const missed: string[] = [];
    for (const run of named) {
      const outcome = await outcomeOf(run, rest);
      if (JSON.stringify(outcome) !== JSON.stringify(whole.get(run))) missed.push(run.name);
      if (missed.length > 0) break;
    }
    expect(missed).not.toEqual([]);
  });
});
