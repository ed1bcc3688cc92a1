import { createHash } from 'node:crypto';
import { Failure } from '@cutover/handler-kit';
import { siteJournals } from '../../src';
import { SITE_ID } from './driver';
import { isChange, nameOf, type Point } from './points';
import { summaryOf } from './summary';
import type { Trunk } from './trunk';
import { type Journey, problemsOf, trunkOf } from './walk';
import type { World } from './world';

/** Two faults of one run. */
export interface Pair {
  readonly name: string;
  problems(): Promise<string[]>;
}

const changesIn = ({ points }: Trunk, after = -1): Point[] =>
  points.filter((point) => point.at > after && isChange(point));

/**
 * Every pair of faults of calls that change something: the second in the run that the first has made of it. Pairs whose
 * second fault strikes the same world in the same way are walked once.
 * @param every one first fault in so many, and of its second ones too
 */
export async function* pairsOf(journey: Journey, every: number): AsyncGenerator<Pair> {
  const trunk = await trunkOf(journey);
  const undisturbed = JSON.stringify(summaryOf(trunk.world));
  const sampled = (points: Point[]) => points.filter((_, n) => n % every === 0);
  const seen = new Set<string>();
  for (const first of sampled(changesIn(trunk))) {
    const branch = await trunk.sprout(first);
    for (const second of sampled(changesIn(branch, first.at))) {
      const strike = await strikeOf(branch, second);
      if (seen.has(strike)) continue;
      seen.add(strike);
      yield {
        name: `${nameOf(first)}, then ${nameOf(second)}`,
        problems: async () => problemsOf(journey, await branch.branch(second), undisturbed),
      };
    }
  }
}

/** What it does to which world. */
async function strikeOf(branch: Trunk, second: Point): Promise<string> {
  const world = branch.worldBefore(second);
  return `${second.kind} ${second.call} ${second.at - world.calls.length} ${await portraitOf(world)}`;
}

/** What the world is, but for when and how often. */
async function portraitOf(world: World): Promise<string> {
  const { stores, functions, distributions, certificates, dns, tags, parameters } = world;
  const parts = [stores.kept, functions.kept, distributions.kept, certificates.kept, dns.zones, tags.kept];
  const portrait = JSON.stringify([await journalIn(world), [...parameters.values.keys()], parts], timeless);
  return createHash('sha256').update(portrait).digest('base64');
}

/** A killed write may have left one that cannot be read yet. */
async function journalIn({ parameters }: World): Promise<unknown> {
  try {
    return await siteJournals(parameters).read(SITE_ID);
  } catch (error) {
    if (error instanceof Failure) return error.message;
    throw error;
  }
}

const INSTANT_MIN = 1e12;
const COUNTS = [
  ...['revision', 'etag', 'token', 'changeId'],
  ...['looksUntilReady', 'looksUntilDeployed', 'looksUntilRecords'],
];

function timeless(name: string, value: unknown): unknown {
  if (COUNTS.includes(name) || (typeof value === 'number' && value > INSTANT_MIN)) return undefined;
  return value instanceof Map ? [...value] : value;
}
