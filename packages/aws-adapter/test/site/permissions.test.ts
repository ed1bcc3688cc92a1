import { copyOf } from '@cutover/local-aws';
import { permissionsOf } from './handlers';
import { type Run, runs, worldBefore } from './runs';
import { allow } from './stage';
import { type Answer, type Moment, ride, turnFrom } from './turns';

/*
 * Least privilege: the operations of a site through the real ports and clients, by a role that has what the schema asks
 * for and nothing else. And for each permission there is a turn that answers otherwise without it.
 */
interface Turn {
  readonly run: string;
  readonly before: Moment;
  readonly answer: Answer;
  readonly needs: ReadonlySet<string>;
}

describe.each(Object.entries(runs))('permissions of %s', (action, named) => {
  const permissions = permissionsOf(action);
  const turns: Turn[] = [];

  test.each(named.map((run) => [run.name, run] as const))('are enough for %s', async (_, run) => {
    expect(await endOf(run)).toEqual({ kind: run.ends ?? 'succeeded', lacking: [] });
  });

  async function endOf(run: Run) {
    const world = await worldBefore(run);
    const errand = { action: action as keyof typeof runs, declared: run.declared?.(world) };
    allow(world, permissions);
    const asked = new Set<string>();
    const { kind } = await ride(world, errand, {
      onTurn: (before, answer, needs) => {
        turns.push({ run: run.name, before, answer, needs });
        for (const need of needs) asked.add(need);
      },
    });
    return { kind, lacking: [...asked].filter((need) => !permissions.includes(need)) };
  }

  test.each(permissions)('%s is needed', async (permission) => {
    const rest = permissions.filter((other) => other !== permission);
    const asking = turns.filter(({ needs }) => needs.has(permission));
    for (const turn of asking) if (await isOtherwise(turn, rest)) return;
    throw new Error(`${asking.length} turns ask for ${permission}, and none answers otherwise without it.`);
  });

  test('are what makes the difference: with all of them a turn answers the same again', async () => {
    for (const turn of turns.filter((_, n) => n % 23 === 0))
      expect([turn.run, await isOtherwise(turn, permissions)]).toEqual([turn.run, false]);
  });
});

/** Whether the turn answers otherwise where the handlers may do this only. */
async function isOtherwise({ before, answer }: Turn, actions: readonly string[]): Promise<boolean> {
  const world = copyOf(before.world);
  allow(world, actions);
  const { answer: other } = await turnFrom({ ...before, world });
  return JSON.stringify(other) !== JSON.stringify(answer);
}
