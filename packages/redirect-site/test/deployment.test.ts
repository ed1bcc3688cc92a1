import type { Declaration } from '../src';
import { create, update } from './support/driver';
import { answerBy } from './support/engine';
import { rules, worldWithZones } from './support/sites';
import type { World } from './support/world';

const Deployment = {
  Branch: 'main',
  Revision: '0a1b2c3',
  Version: 'v1.2.0',
  DeployedBy: 'ada',
  DeployedEnv: 'prod',
  DeployedWhen: '2026-06-01T00:00:00Z',
};

function ask(world: World, host: string, uri: string) {
  const [running] = world.functions.running();
  return answerBy(running!.code, world.stores.itemsOf(running!.storeArn), { host, uri, now: world.now });
}
const told = (world: World, uri: string) =>
  JSON.parse(ask(world, 'd111111abcdef8.cloudfront.net', uri).body ?? 'null');

describe('what a site tells of its deployment', () => {
  test('stands on the own name of its distribution, with digest and generation, and no names of people', async () => {
    const world = worldWithZones();
    const { journal } = await create(world, { ...rules(), Deployment });
    expect(told(world, '/version')).toEqual({
      BRANCH: 'main',
      REVISION: '0a1b2c3',
      VERSION: 'v1.2.0',
      RULES_DIGEST: journal?.live?.rulesDigest,
      GENERATION: 1,
    });
    expect(told(world, '/deployed')).toMatchObject({ DEPLOYED_ENV: 'prod', GENERATION: 1 });
    expect(told(world, '/deployed')).not.toHaveProperty('DEPLOYED_BY');
    expect(ask(world, 'www.example.com', '/version').status).toBe(404);
    expect(journal?.live?.ruleCount).toBe(3);
    expect(journal?.slots.flatMap(({ hosts }) => hosts)).not.toContain('*.cloudfront.net');
  });

  test('names who deployed where that is asked for, under paths of choice', async () => {
    const world = worldWithZones();
    const chosen = { ...Deployment, ShowDeployedBy: true, DeployedPath: '/.well-known/deployed' };
    await create(world, { ...rules(), Deployment: chosen });
    expect(told(world, '/.well-known/deployed')).toMatchObject({ DEPLOYED_BY: 'ada' });
  });

  test('stands on declared hosts behind every rule', async () => {
    const world = worldWithZones();
    const hosts = ['www.example.com', 'old.example.net'];
    await create(world, { ...rules(), Deployment: { ...Deployment, Hosts: hosts, VersionPath: '/jobs' } });
    expect(ask(world, 'www.example.com', '/jobs').status).toBe(301);
    expect(ask(world, 'www.example.com', '/deployed').status).toBe(200);
    // Its rule answers every path.
    expect(ask(world, 'old.example.net', '/deployed').status).toBe(301);
  });

  test('is new with each publish, for which nothing else is written', async () => {
    const world = worldWithZones();
    await create(world, { ...rules(), Deployment });
    const keys: string[] = [];
    const original = world.stores.update.bind(world.stores);
    world.stores.update = (arn, batch, etag) => {
      keys.push(...batch.puts.keys());
      return original(arn, batch, etag);
    };
    await update(world, { ...rules(), Deployment: { ...Deployment, Version: 'v1.2.1' } });
    expect(told(world, '/version')).toMatchObject({ VERSION: 'v1.2.1', GENERATION: 2 });
    expect(keys.filter((key) => key.startsWith('h:'))).toEqual([]);
  });

  test('needs no publish where it is the same', async () => {
    const world = worldWithZones();
    await create(world, { ...rules(), Deployment });
    await update(world, { ...rules(), Deployment, Comment: 'nothing new' });
    expect(world.count('functions.publish')).toBe(1);
  });

  const bad: [string, Declaration['Deployment'], string][] = [
    [
      'two paths that are one',
      { DeployedPath: '/version' },
      'Deployment: VersionPath and DeployedPath are both /version.',
    ],
    ['a path that is none', { VersionPath: 'version' }, 'Deployment: version is no path.'],
    [
      'a host of no rules',
      { Hosts: ['a.example.org'] },
      'Deployment.Hosts: no rules are about a.example.org.',
    ],
  ];
  test.each(bad)('is refused with %s', async (_, Deployment, says) => {
    expect(await create(worldWithZones(), { ...rules(), Deployment })).toMatchObject({
      kind: 'failed',
      code: 'InvalidRequest',
      message: expect.stringContaining(says),
    });
  });
});
