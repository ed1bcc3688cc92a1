import type { Strategy } from '@cutover/alias-migration';
import { type Case, live } from '@cutover/explorer';
import { createWorld, type World } from '@cutover/local-aws';
import { fillWith, migrationOf, namesOf, optionsOf, sourceAccountOf } from './cast';

/** What one move has asked of AWS, and how long it took there. */
export interface Cost {
  readonly 'changes of distributions': number;
  readonly 'other calls of CloudFront': number;
  readonly 'calls of Route 53': number;
  readonly 'calls of SSM': number;
  readonly 'other calls': number;
  readonly 'simulated seconds': number;
}

type Call = World['calls'][number];

const CHANGES = ['UpdateDistribution', 'UpdateDomainAssociation', 'AssociateAlias'];

const kinds: readonly [keyof Cost, (call: Call) => boolean][] = [
  ['changes of distributions', ({ operation }) => CHANGES.includes(operation)],
  ['other calls of CloudFront', ({ service }) => service === 'cloudfront'],
  ['calls of Route 53', ({ service }) => service === 'route53'],
  ['calls of SSM', ({ service }) => service === 'ssm'],
  ['other calls', () => true],
];

/** @param world one that had no calls before */
export function costOf(world: World): Cost {
  const counts = new Map<keyof Cost, number>(kinds.map(([kind]) => [kind, 0]));
  for (const call of world.calls) {
    const [kind] = kinds.find(([, isOf]) => isOf(call)) ?? ['other calls' as const];
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  const seconds = Math.round((world.now - optionsOf('').startedAt) / 1000);
  return { ...(Object.fromEntries(counts) as unknown as Cost), 'simulated seconds': seconds };
}

/** Carries a move out, turn by turn, in process and on virtual time: the same figures on every machine. */
export async function move(strategy: Strategy, count: number, seed = 'bench'): Promise<World> {
  const aliases = namesOf(count);
  const options = optionsOf(seed);
  const fill = (world: World): void => fillWith(world, aliases, sourceAccountOf(strategy));
  const make = (): World => {
    const world = createWorld(options);
    fill(world);
    return world;
  };
  const scenario: Case = {
    name: `${strategy}, ${count} aliases`,
    migration: migrationOf(strategy, aliases),
    isHealthy: true,
    isReturned: false,
    health: () => 200,
    options: () => options,
    fill,
    make,
  };
  // The explorer's laws are held at every instant elsewhere; here only the calls count.
  const { created, world } = await live(scenario, make(), { laws: [] });
  if (created !== 'succeeded') throw new Error(`${scenario.name}: ${created}`);
  return world;
}
