import { type Declaration, shownOf, type TakeOver } from '../src';
import { create, remove, update } from './support/driver';
import { small, worldWithZones } from './support/sites';
import {
  across,
  here,
  holderOf,
  leads,
  oldRecord,
  THEIRS,
  taking,
  witness,
  worldWithOld,
} from './support/taken';
import type { World } from './support/world';
import { OURS } from './support/world-distributions';

const ours = ['A edfdvbd1.cloudfront.net', 'AAAA edfdvbd1.cloudfront.net', 'HTTPS edfdvbd1.cloudfront.net'];
const theirs = [`CNAME ${oldRecord.values[0]}`];
const stateOf = (journal: Parameters<typeof shownOf>[0] | undefined, host = 'www.example.com') =>
  journal && shownOf(journal).HostStates.find(({ Host }) => Host === host);

/** Watched at every moment. */
async function watched(accountId: string, work: (world: World) => Promise<void>): Promise<void> {
  const world = await worldWithOld(accountId);
  const complaints: string[] = [];
  witness(world, complaints);
  await work(world);
  expect(complaints).toEqual([]);
}

const places: [string, string, TakeOver][] = [
  ['of this account', OURS, here],
  ['of this account that is not named', OURS, { BakeMinutes: 0 }],
  ['of another account', THEIRS, across],
];

describe.each(places)('a host of a distribution %s', (_, accountId, takeOver) => {
  test('comes here with a create, and its records after it', () =>
    watched(accountId, async (world) => {
      const end = await create(world, taking(takeOver));
      expect(end).toMatchObject({ kind: 'succeeded' });
      expect(holderOf(world)).toEqual(['EDFDVBD1']);
      expect(leads(world).sort()).toEqual(ours);
      expect(stateOf(end.journal)).toMatchObject({ State: 'LIVE' });
    }));

  test('comes with an update of a site that answers others already', () =>
    watched(accountId, async (world) => {
      await create(world, small());
      expect(await update(world, taking(takeOver))).toMatchObject({ kind: 'succeeded' });
      expect(holderOf(world)).toEqual(['EDFDVBD1']);
    }));

  test.each<[string, () => Declaration]>([
    ['the rules are about it no more', () => small()],
    ['it is taken over no more', () => taking()],
  ])('goes back where it came from when %s', (_, declared) =>
    watched(accountId, async (world) => {
      await create(world, taking(takeOver));
      expect(await update(world, declared())).toMatchObject({ kind: 'succeeded' });
      expect(holderOf(world)).toEqual(['EOLD']);
      expect(leads(world)).toEqual(theirs);
    }),
  );

  test('goes back when the site is deleted, and nothing else is left', () =>
    watched(accountId, async (world) => {
      await create(world, taking(takeOver));
      expect(await remove(world)).toMatchObject({ kind: 'succeeded' });
      expect(holderOf(world)).toEqual(['EOLD']);
      expect(leads(world)).toEqual(theirs);
      expect([...world.distributions.kept.keys()]).toEqual(['EOLD']);
      expect(world.parameters.values.size).toBe(0);
    }));

  test('can come again', () =>
    watched(accountId, async (world) => {
      await create(world, taking(takeOver));
      await update(world, taking());
      expect(await update(world, taking(takeOver))).toMatchObject({ kind: 'succeeded' });
      expect(holderOf(world)).toEqual(['EDFDVBD1']);
    }));

  test('is put back where it was when the site does not answer it, and the create says why', async () => {
    const world = await worldWithOld(accountId);
    sicken(world);
    expect(await create(world, taking(takeOver))).toMatchObject({
      kind: 'failed',
      message: expect.stringMatching(
        /TakeOver: www\.example\.com could not be taken over from EOLD\. (The target did not|Phase CANARY)/,
      ),
    });
    expect(holderOf(world)).toEqual(['EOLD']);
    expect(leads(world)).toEqual(theirs);
    expect([...world.parameters.values.keys()].filter((name) => name.includes('alias-migration'))).toEqual(
      [],
    );
    expect(await remove(world)).toMatchObject({ kind: 'succeeded' });
    expect([...world.distributions.kept.keys()]).toEqual(['EOLD']);
  });

  test('comes with another update, once the site answers it', async () => {
    const world = await worldWithOld(accountId);
    await create(world, small());
    const cure = sicken(world);
    expect(await update(world, taking(takeOver))).toMatchObject({ kind: 'failed' });
    expect(await update(world, small())).toMatchObject({ kind: 'succeeded' });
    expect(holderOf(world)).toEqual(['EOLD']);
    cure();
    expect(await update(world, taking(takeOver))).toMatchObject({ kind: 'succeeded' });
    expect(holderOf(world)).toEqual(['EDFDVBD1']);
  });
});

/** The edges answer by other code than was published. */
function sicken(world: World): () => void {
  const publish = world.functions.publish.bind(world.functions);
  const originals = new Map<string, string>();
  world.watch = (call) => {
    if (!call.endsWith('moveAlias') && !call.endsWith('editDistribution')) return;
    for (const kept of world.functions.kept.values()) {
      originals.set(kept.name, kept.live!.code);
      kept.live = { ...kept.live!, code: 'function handler() { return { statusCode: 500 }; }' };
    }
  };
  return () => {
    world.watch = () => {};
    world.functions.publish = publish;
  };
}

describe('DeletionBehavior KEEP', () => {
  const keeping = { ...here, DeletionBehavior: 'KEEP' } as const;

  test('keeps the host when it is taken over no more', async () => {
    const world = await worldWithOld();
    await create(world, taking(keeping));
    const end = await update(world, taking());
    expect(end).toMatchObject({ kind: 'succeeded' });
    expect(holderOf(world)).toEqual(['EDFDVBD1']);
    expect(stateOf(end.journal)?.State).toBe('LIVE');
  });

  test('lets the host go with the site, and no record leads where nobody has it', async () => {
    const world = await worldWithOld();
    await create(world, taking(keeping));
    expect(await remove(world)).toMatchObject({ kind: 'succeeded' });
    expect(holderOf(world)).toEqual([]);
    expect(leads(world)).toEqual([]);
  });
});

describe('what is refused before anything is touched', () => {
  test.each<[string, () => Promise<World>, Declaration, RegExp]>([
    [
      'a distribution that is not there',
      () => worldWithOld(),
      taking({ DistributionId: 'EGONE' }),
      /TakeOver\[0\]\.DistributionId: there is no distribution EGONE/,
    ],
    [
      'a host of no rule',
      () => worldWithOld(),
      taking({ ...here, Hosts: ['shop.example.com'] }),
      /TakeOver\[0\]\.Hosts: no rules are about shop\.example\.com/,
    ],
    [
      'another account without the zone',
      () => worldWithOld(THEIRS),
      { ...taking(across), HostedZones: [{ Id: 'ZNET' }] },
      /TakeOver\[0\]: the records of www\.example\.com must be moved on the way from another account/,
    ],
    [
      'a source that could not take the host back',
      async () => {
        const world = await worldWithOld();
        world.distributions.kept.set('EOLD', {
          ...world.distributions.kept.get('EOLD')!,
          certificateArn: undefined,
        });
        return world;
      },
      taking(here),
      /TakeOver\[0\]: Source\.DistributionId: the source EOLD has no certificate/,
    ],
    [
      'a role without a distribution',
      () => worldWithOld(),
      taking({ RoleArn: across.RoleArn }),
      /Name it\.$/,
    ],
  ])('%s', async (_, begin, declared, says) => {
    const world = await begin();
    const before = [...world.parameters.values];
    expect(await create(world, declared)).toMatchObject({
      kind: 'failed',
      message: expect.stringMatching(says),
    });
    expect([...world.parameters.values]).toEqual(before);
    expect(world.count('stores.create')).toBe(0);
  });
});

describe('a held host that nobody asked for', () => {
  test.each([
    ['of this account', OURS, /^The distribution EOLD of this account has the name\. Name it in TakeOver/],
    [
      'of another account',
      THEIRS,
      /^A distribution of another account has the name\. Name it in TakeOver, with a role/,
    ],
  ])('%s waits, and says how it comes here', async (_, accountId, says) => {
    const world = await worldWithOld(accountId);
    const end = await create(world, taking());
    expect(stateOf(end.journal)).toMatchObject({
      State: 'AWAITING_DNS',
      Message: expect.stringMatching(says),
    });
    expect(stateOf(end.journal, 'example.com')).toMatchObject({ State: 'LIVE' });
    expect(leads(world)).toEqual(theirs);
  });
});

test('a site without TakeOver asks nobody who has its hosts', async () => {
  const world = worldWithZones();
  await create(world, small());
  expect(world.calls.filter((call) => /findHolders|^source|^target|^viewer/.test(call))).toEqual([]);
});
