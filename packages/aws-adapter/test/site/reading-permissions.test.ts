import { copyOf, type World } from '@cutover/local-aws';
import { siteJournals } from '@cutover/redirect-site';
import { readResource } from '../../../../awscommunity-redirect-site/src/read';
import { permissionsOf } from './handlers';
import { readings as sites, worldBefore } from './runs';
import { allow } from './stage';
import { portsOn, SITE_ID } from './turns';

/** Their rules have to be read again, for somebody else has written to their stores. */
const worlds: World[] = [];

beforeAll(async () => {
  for (const site of sites) {
    const world = await worldBefore(site);
    allow(world, ['*']);
    const { stores } = portsOn(world);
    const { arn = '' } = (await stores.find(`redirect-${SITE_ID}`)) ?? {};
    const { etag } = await stores.describe(arn);
    await stores.update(arn, { puts: new Map([['h:stranger.example.com', '1\n']]), deletes: [] }, etag);
    worlds.push(world);
  }
});

/** What the handlers tell of both, who may do no more than this. */
const readings = {
  read: (actions: readonly string[]) =>
    onEach(actions, (workshop, now) => readResource(workshop, SITE_ID, now)),
  list: (actions: readonly string[]) => onEach(actions, ({ journals }) => journals.list()),
};

async function onEach<T>(
  actions: readonly string[],
  look: (workshop: Parameters<typeof readResource>[0], now: number) => Promise<T>,
): Promise<T[]> {
  const told: T[] = [];
  for (const each of worlds) {
    const world = copyOf(each);
    allow(world, actions);
    const ports = portsOn(world);
    const turn = () => Promise.reject(new Error('Nothing changes by looking.'));
    told.push(await look({ journals: siteJournals(ports.parameters), ports, turn }, world.now));
  }
  return told;
}

describe.each(Object.entries(readings))('permissions of %s', (action, reading) => {
  const permissions = permissionsOf(action);

  test('are enough', async () => {
    const found = await reading(permissions);
    expect(found).toEqual(await reading(['*']));
    expect(JSON.stringify(found)).toContain(action === 'read' ? 'stranger.example.com' : SITE_ID);
  });

  test.each(permissions)('%s is needed', async (permission) => {
    const rest = permissions.filter((other) => other !== permission);
    await expect(reading(rest)).rejects.toMatchObject({ failure: 'Denied' });
  });
});
