import { createHash } from 'node:crypto';
import type { CallRecord, World } from '@cutover/local-aws';
import { lawsOfAnyWeather } from './checkers';
import type { Marks } from './marks';
import { type FaultPoint, schedulesOf } from './schedules';
import { growTrunk } from './trunk';
import type { Walk } from './walk';
import type { Case } from './worlds';

/** What changes the world: a fault of anything else only changes what is seen. */
const CHANGES =
  /^(UpdateDistribution|UpdateDomainAssociation|AssociateAlias|ChangeResourceRecordSets|PutParameter|DeleteParameters)$/;

/** Fault points of the calls that change something, from the call `after` on. */
const changesIn = (calls: readonly CallRecord[], after = -1): FaultPoint[] =>
  schedulesOf(calls).filter(({ call }) => call > after && CHANGES.test(calls[call]?.operation ?? ''));

/**
 * Every pair of faults of the calls that change something: the second in the run that the first has made of it. Pairs
 * whose second fault strikes the same world in the same way are walked once.
 */
export async function* pairsOf(scenario: Case, seed: string, marks: Marks): AsyncGenerator<Walk> {
  const world = scenario.make(seed);
  const laws = lawsOfAnyWeather(scenario, world);
  const trunk = await growTrunk(scenario, world, { laws, marks });
  const seen = new Set<string>();
  for (const first of changesIn(trunk.outcome.world.calls)) {
    const branch = await trunk.sprout(first);
    const fault = (second: FaultPoint): string => `${first.fault}+${second.fault}`;
    for (const second of changesIn(branch.outcome.world.calls, first.call)) {
      const key = `${hashOf(branch.worldBefore(second))} ${kindOf(second.fault)}`;
      if (seen.has(key)) continue;
      seen.add(key);
      yield { scenario, fault: fault(second), run: () => branch.branch(second) };
    }
  }
}

const kindOf = (fault: string): string => fault.replace(/@.*$/, '');

/** What the world is, but for when and how often: configurations, edges, records, and which parameters there are. */
function hashOf({ distributions, edges, hostedZones, parameters }: World): string {
  const portrait = [
    [...distributions.values()].map(({ config }) => config),
    edges.map(({ serving }) => [...serving.entries()]),
    [...hostedZones.values()].map(({ records, published }) => [records, published]),
    [...parameters.keys()],
  ];
  return createHash('sha256').update(JSON.stringify(portrait)).digest('base64');
}
