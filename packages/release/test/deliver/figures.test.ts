import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { answer } from '@cutover/local-aws';
import { root } from '../workbench';
import { type Bench, bench } from './in-process';
import { becomePublisher, deliver, deliverToPublic, publicIn, released } from './release';

/** What a release costs: calls of the command, and minutes by the local registry's clock, where a test takes five. */
const regions = JSON.parse(readFileSync(join(root, 'release', 'regions.json'), 'utf8')) as string[];
const one = released('1.0.0', 'one', { integration: undefined });
const two = released('1.1.0', 'two', { integration: undefined });

interface Cost {
  readonly calls: number;
  readonly minutes: number;
}

async function costOf(here: Bench, work: () => Promise<unknown>): Promise<Cost> {
  here.calls = [];
  const before = here.minutes();
  await work();
  return { calls: here.calls.length, minutes: Math.round(here.minutes() - before) };
}

/** Refuses the first publication in these regions. */
function refusingOnce(wanted: readonly string[]): typeof answer {
  const left = new Set<string>();
  return (world, request) => {
    const { region } = request.caller;
    const isStruck = request.operation === 'PublishType' && wanted.includes(region) && !left.has(region);
    if (!isStruck || world.publicTypes.size < 1) return answer(world, request);
    left.add(region);
    return { kind: 'failure', code: 'CFNRegistryException', status: 400, message: 'No.', latencyMs: 1 };
  };
}

const published = async (gate?: typeof answer): Promise<Bench> => {
  const here = bench(gate && { answer: gate });
  becomePublisher(here, regions);
  await deliverToPublic(here, { regions, waveSize: 4 }, one);
  return here;
};

test('an unchanged release costs a few looks, and publishes nothing', async () => {
  const alpha = bench();
  await deliver(alpha, 'alpha', one);
  const here = await published();
  const before = publicIn(here.world);
  expect({
    alpha: await costOf(alpha, () => deliver(alpha, 'alpha', one)),
    prod: await costOf(here, () => deliverToPublic(here, { regions, waveSize: 4 }, one)),
  }).toEqual({ alpha: { calls: 2, minutes: 0 }, prod: { calls: 31, minutes: 0 } });
  expect(publicIn(here.world)).toEqual(before);
}, 60_000);

test('a changed type costs its tests, wave by wave', async () => {
  const here = await published();
  const cost = await costOf(here, () => deliverToPublic(here, { regions, waveSize: 4 }, two));
  expect(publicIn(here.world)).toEqual(regions.map((each) => `${each} 1.0.0 1.1.0`).sort());
  expect(cost).toEqual({ calls: 342, minutes: 48 });
}, 60_000);

test('of 28 regions two fail once: these two are tried again, within the same run', async () => {
  const here = await published(refusingOnce(['eu-west-1', 'sa-east-1']));
  expect(publicIn(here.world)).toHaveLength(28);
  expect(here.world.calls.filter(({ operation }) => operation === 'DeleteStackInstances')).toHaveLength(2);
  const cost = { calls: here.calls.length, minutes: Math.round(here.minutes()) };
  expect(cost).toEqual({ calls: 357, minutes: 62 });
}, 60_000);
