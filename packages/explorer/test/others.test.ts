import type { World } from '@cutover/local-aws';
import { cases } from '../src';
import { everyRunEnds } from '../src/checkers/ending';
import { type Other, others } from '../src/others';
import { growTrunk, type Trunk } from '../src/trunk';
import type { Case } from '../src/worlds';

const SEED = '1';

/** Where a halted run leaves its names is not one place. */
const ending = cases.filter(({ migration }) => migration.onFailure !== 'HALT');

const rows = ending.flatMap((scenario) =>
  others.map((other): [string, string, Case, Other] => [scenario.name, other.does, scenario, other]),
);

/** The newest only: a trunk holds a world for each of its turns. */
const trunks = new Map<Case, Promise<Trunk>>();
const trunkOf = (scenario: Case): Promise<Trunk> => {
  const trunk = trunks.get(scenario) ?? growTrunk(scenario, scenario.make(SEED), { laws: [everyRunEnds] });
  trunks.clear();
  trunks.set(scenario, trunk);
  return trunk;
};

/** All with `EVERY=1`; here every eighth turn. */
const EVERY = Number(process.env.EVERY ?? 8);

const turnsOf = ({ outcome }: Trunk): number[] =>
  Array.from({ length: outcome.turns }, (_, nth) => nth).filter((nth) => nth % EVERY === 0);

/** One life for each of these turns: somebody else acts before that turn, once. */
async function livesOf(scenario: Case, other: Other) {
  const trunk = await trunkOf(scenario);
  return Promise.all(
    turnsOf(trunk).map(async (nth) => ({
      nth,
      ...(await trunk.meddled(nth, (world) => other.act(world, scenario))),
    })),
  );
}

/** A name that only its TXT record lets go cannot come back once the zone is gone; the delete says so. */
const isStuck = (scenario: Case, other: Other, deleted?: string): boolean =>
  scenario.name.includes('AssociateAlias') &&
  other.does.includes('deletes the hosted zone') &&
  deleted === 'failed';

const holdersOf = (world: World, alias: string): string[] =>
  [...world.distributions.values()]
    .filter(({ config }) => config.Aliases?.Items?.includes(alias))
    .map(({ id }) => id);

test.each(rows)(
  '%s: whenever %s, the run ends with every name where its answer says',
  async (_c, _o, scenario, other) => {
    for (const { nth, created, deleted, violations, world } of await livesOf(scenario, other)) {
      const { aliases, source, target } = scenario.migration;
      const stuck = isStuck(scenario, other, deleted);
      const side = created === 'succeeded' || stuck ? target : source;
      const found = { nth, deleted, violations, holders: aliases.map((alias) => holdersOf(world, alias)) };
      expect(found).toEqual({
        nth,
        deleted: created === 'succeeded' ? undefined : stuck ? 'failed' : 'succeeded',
        violations: [],
        holders: aliases.map(() => [side.distributionId]),
      });
    }
  },
);
