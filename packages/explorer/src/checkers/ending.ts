import { isDeepStrictEqual } from 'node:util';
import type { ResourceRecordSet } from '@aws-sdk/client-route-53';
import { wildcardsOver } from '@cutover/alias-migration';
import type { World } from '@cutover/local-aws';
import { ZONE } from '../cast';
import type { Case } from '../worlds';
import { type Checker, type Violation, violation } from './checker';

/** Create or delete comes to an end, whatever went wrong. */
export const everyRunEnds: Checker = {
  law: 'every run ends',
  atEnd: (world, end) =>
    Object.entries(end)
      .filter(([, kind]) => kind === 'endless')
      .map(([what]) => violation('every run ends', world, `${what} never ended`)),
};

/** As Route 53 lists them: a set that was changed and put back is the same set. */
const inOrder = (records: readonly ResourceRecordSet[]): ResourceRecordSet[] =>
  records.toSorted((one, other) => (`${one.Name} ${one.Type}` < `${other.Name} ${other.Type}` ? -1 : 1));

/**
 * What a world is, but for ETags and times: configurations, records, parameters; each by a name for people. Aliases are
 * a set: the order in which a distribution has them is nobody's.
 */
const portraitOf = (world: World, zonesOfOthers: readonly string[]): ReadonlyMap<string, unknown> =>
  new Map<string, unknown>([
    ...[...world.distributions.values()].flatMap(({ id, config }) =>
      Object.entries({ ...config, Aliases: aliasesOf(world, id).toSorted() }).map(
        ([member, value]) => [`${member} of ${id}`, value] as const,
      ),
    ),
    ...[...world.hostedZones.values()]
      .filter(({ id }) => !zonesOfOthers.includes(id))
      .map(({ id, records }) => [`hosted zone ${id}`, inOrder(records)] as const),
    ...[...world.parameters.values()].map(({ name, value }) => [`parameter ${name}`, value] as const),
  ]);

/** Members may come back in another order, which means nothing. */
function differences(before: ReadonlyMap<string, unknown>, after: ReadonlyMap<string, unknown>): string[] {
  return [...new Set([...before.keys(), ...after.keys()])]
    .filter((what) => !isDeepStrictEqual(before.get(what), after.get(what)))
    .map((what) => `${what} was ${JSON.stringify(before.get(what))}, is ${JSON.stringify(after.get(what))}`);
}

/** A failed create, deleted as CloudFormation does, leaves the world as it was; so does a move that was taken back. */
export function failureLeavesNoTrace(scenario: Case, world: World): Checker {
  const { isReturned, customer } = scenario;
  const law = 'a failed move ends as it began';
  // What a customer sets in their zone is theirs to take back.
  const zonesOfOthers = customer ? [ZONE] : [];
  const before = portraitOf(world, zonesOfOthers);
  return {
    law,
    atEnd: (now, { created, deleted }) => {
      if (created !== 'failed' && !isReturned) return [];
      if (deleted !== 'succeeded')
        return [violation(law, now, `the delete after the create that has ${created} has ${deleted}`)];
      if (isHalted(scenario, now)) return [];
      return differences(before, portraitOf(now, zonesOfOthers)).map((difference) =>
        violation(law, now, difference),
      );
    },
  };
}

/** The waves that had passed are still away from the source, as was asked for. */
const isHalted = ({ migration }: Case, world: World): boolean => {
  const { onFailure, waves = [], source } = migration;
  const held = aliasesOf(world, source.distributionId);
  return onFailure === 'HALT' && (waves[0] ?? []).some((alias) => !held.includes(alias));
};

const aliasesOf = (world: World, id: string): readonly string[] =>
  world.distributions.get(id)?.config.Aliases?.Items ?? [];

/** A halted move has kept the waves that passed; the one that failed is home, and nothing else is left of the run. */
export function haltLeavesTheFailedWaveHome(scenario: Case): Checker {
  const law = 'a halted move leaves the wave that failed on the source, and neither locks nor proofs';
  const { source, target, waves = [] } = scenario.migration;
  const failed = waves.at(-1) ?? [];
  return {
    law,
    atEnd: (world, { created }) => {
      if (created !== 'failed' || !isHalted(scenario, world)) return [];
      const left = [
        ...failed.filter((alias) => !aliasesOf(world, source.distributionId).includes(alias)),
        ...failed.filter((alias) => aliasesOf(world, target.distributionId).includes(alias)),
        ...[...world.parameters.values()].map(({ name }) => name),
        ...textsIn(world).map(({ Name }) => `${Name} TXT`),
      ];
      return left.map((what) => violation(law, world, `${what} is not where it belongs`));
    },
  };
}

const textsIn = ({ hostedZones }: World): ResourceRecordSet[] =>
  [...hostedZones.values()].flatMap(({ records }) => records.filter(({ Type }) => Type === 'TXT'));

/** A finished move leaves what was asked for, and nothing else. */
export function successIsWhatWasAsked({ migration, isReturned }: Case): Checker {
  const law = 'a finished move leaves nothing but what was asked';
  return {
    law,
    atEnd: (world, { created }) => {
      if (created !== 'succeeded' || isReturned) return [];
      const wrong: Violation[] = [];
      const expect = (what: string, found: unknown, wanted: unknown): void => {
        const [is, should] = [JSON.stringify(found), JSON.stringify(wanted)];
        if (is !== should) wrong.push(violation(law, world, `${what}: ${is}, not ${should}`));
      };
      expect(
        'names of the target',
        aliasesOf(world, migration.target.distributionId).toSorted(),
        wantedOf(migration),
      );
      expect('names of the source', aliasesOf(world, migration.source.distributionId), []);
      const locks = [...world.parameters.values()].filter((parameter) => parameter.name.includes('/lock/'));
      expect(
        'locks',
        locks.map((lock) => lock.name),
        [],
      );
      const target = world.distributions.get(migration.target.distributionId)?.domainName;
      const names = migration.aliases.map((alias) => `${alias}.`);
      for (const zone of world.hostedZones.values()) {
        const texts = zone.records.filter(({ Type }) => Type === 'TXT');
        expect(`TXT records of ${zone.id}`, texts, []);
        for (const record of zone.published.filter(
          ({ Type, Name = '' }) => ['A', 'CNAME'].includes(Type ?? '') && names.includes(Name),
        )) {
          const end = record.AliasTarget?.DNSName ?? record.ResourceRecords?.[0]?.Value;
          expect(`record ${record.Name}`, end?.replace(/\.$/, ''), target);
        }
      }
      return wrong;
    },
  };
}

const wantedOf = ({ aliases, wildcard }: Case['migration']): string[] =>
  [...aliases, ...(wildcard?.keep ? wildcardsOver(aliases) : [])].toSorted();

/** One passing fault is no reason to give up a healthy move, nor to finish one whose target is sick. */
export function endsAsItShould({ isHealthy, migration }: Case): Checker {
  const law = 'a healthy move succeeds and a sick one fails, whatever single fault strikes';
  return {
    law,
    atEnd: (world, { created }) =>
      (created === 'succeeded') === isHealthy || (isHealthy && isDownTooLong(migration, world))
        ? []
        : [violation(law, world, `the create has ${created}`)],
  };
}

/** Where a bound is set to how long nobody may serve, a change that reaches an edge later than that has to end the move. */
const isDownTooLong = ({ maxDowntimeSeconds }: Case['migration'], { calls }: World): boolean =>
  maxDowntimeSeconds !== undefined && calls.some(({ fault = '' }) => /\.(slow|split)$/.test(fault));
