import { type Declaration, readSite } from '../src';
import { create, remove, toolsOf, update } from './support/driver';
import { refused } from './support/refusals';
import { small, worldWithZones } from './support/sites';
import { summaryOf } from './support/summary';
import { walk } from './support/walk';
import type { World } from './support/world';

const tagsOf = (tags: Record<string, string>) => Object.entries(tags).map(([Key, Value]) => ({ Key, Value }));

const former: Declaration = {
  ...small(),
  PriceClass: 'PriceClass_100',
  Tags: tagsOf({ team: 'web', stage: 'test' }),
};
const next: Declaration = {
  ...small(),
  HttpsFirst: 'Always',
  Origin: { DomainName: 'fallback.example.com' },
  Logs: { Bucket: 'logs', Prefix: 'go/' },
  Tags: tagsOf({ team: 'edge', cost: '42' }),
};

async function deployed(declared = former): Promise<World> {
  const world = worldWithZones();
  await create(world, declared);
  world.calls.length = 0;
  return world;
}

const settingsIn = (world: World) => [...world.distributions.kept.values()].map(({ settings }) => settings);
const tagsIn = (world: World) => [...world.tags.kept.values()];
const changesIn = (world: World): string[] =>
  world.calls.filter((call) =>
    /^(stores|functions|distributions|certificates|tags|dns)\.(?!find|describe|items)/.test(call),
  );

describe('an update of how distributions are set and tagged', () => {
  test('edits them in one call, and the tags of distribution and certificate by key', async () => {
    const world = await deployed();
    expect(await update(world, next)).toMatchObject({ kind: 'succeeded' });
    expect(settingsIn(world)).toEqual([
      {
        priceClass: 'PriceClass_All',
        httpsFirst: 'Always',
        origin: 'fallback.example.com',
        logs: { bucket: 'logs', prefix: 'go/' },
      },
    ]);
    expect(tagsIn(world)).toEqual([
      { team: 'edge', cost: '42' },
      { team: 'edge', cost: '42' },
    ]);
    expect(changesIn(world)).toEqual([
      'distributions.edit',
      ...['tags.remove', 'tags.put', 'tags.remove', 'tags.put'],
    ]);
  });

  test('is taken back by an update with the former ones', async () => {
    const world = await deployed();
    const before = summaryOf(world);
    await update(world, next);
    expect(await update(world, former)).toMatchObject({ kind: 'succeeded' });
    expect(summaryOf(world)).toEqual(before);
  });

  test('leaves tags alone that somebody else has set, and looks at none where they stay as declared', async () => {
    const world = await deployed();
    for (const [arn, tags] of world.tags.kept) world.tags.kept.set(arn, { ...tags, owner: 'finance' });
    await update(world, { ...former, Tags: [] });
    expect(tagsIn(world)).toEqual([{ owner: 'finance' }, { owner: 'finance' }]);
    world.calls.length = 0;
    await update(world, { ...former, Tags: [], Comment: 'noted' });
    expect(world.calls.filter((call) => call.startsWith('tags.'))).toEqual([]);
  });

  test('that CloudFront refuses fails, and the former ones are put back by the rollback', async () => {
    const world = await deployed();
    const before = summaryOf(world);
    const edit = world.distributions.edit.bind(world.distributions);
    world.distributions.edit = async (id, wanted, etag) => {
      if (wanted.settings?.logs) throw refused('InvalidArgument: the bucket for logs has no ACLs');
      return edit(id, wanted, etag);
    };
    expect(await update(world, next)).toMatchObject({
      kind: 'failed',
      message: expect.stringContaining('the bucket for logs has no ACLs'),
    });
    expect(summaryOf(world)).toEqual(before);
    expect(await update(world, former)).toMatchObject({ kind: 'succeeded' });
    expect(summaryOf(world)).toEqual(before);
  });

  test('that came half way is finished by the rollback, though it was given up', async () => {
    const world = await deployed();
    const before = summaryOf(world);
    const put = world.tags.put.bind(world.tags);
    world.tags.put = async () => {
      throw refused('InvalidTagging');
    };
    expect(await update(world, next)).toMatchObject({ kind: 'failed' });
    world.tags.put = put;
    expect(await update(world, former)).toMatchObject({ kind: 'succeeded' });
    expect(summaryOf(world)).toEqual(before);
  });

  test('tags a certificate, but not the distribution, where that is somebody else’s', async () => {
    const world = worldWithZones();
    await world.distributions.add('EOWN', { callerReference: 'theirs', aliases: [] });
    const own: Declaration = { ...small(), Distribution: { Id: 'EOWN' }, Tags: tagsOf({ team: 'web' }) };
    await create(world, own);
    await update(world, { ...own, Tags: tagsOf({ team: 'edge' }) });
    expect(tagsIn(world)).toEqual([{}, { team: 'edge' }]);
    expect(await remove(world)).toMatchObject({ kind: 'succeeded' });
  });
});

test('every fault in such an update is survived, or taken back', async () => {
  const begun = await deployed();
  const { points, problems } = await walk({
    begin: () => begun.copy(),
    go: (world, ride) => update(world, next, ride),
    again: (world) => update(world, next),
    declared: { former, next },
    since: 'distributions.edit',
    every: Number(process.env.EVERY ?? 3),
  });
  expect(problems).toEqual([]);
  expect(points).toBeGreaterThan(10);
}, 60_000);

describe('what Read shows of settings and tags that somebody else has changed', () => {
  const look = async (change: (world: World) => void) => {
    const world = worldWithZones();
    const { journal } = await create(world, former);
    change(world);
    return readSite(world.ports, toolsOf(world), journal!, world.now);
  };
  const setting =
    (settings: object) =>
    ({ distributions: { kept } }: World) => {
      for (const [id, each] of kept) kept.set(id, { ...each, settings: { ...each.settings, ...settings } });
    };

  test('is what was declared where nobody has', async () => {
    expect(await look(() => {})).toMatchObject({ ...former, Drift: [] });
  });

  test.each([
    [
      'another price class',
      { priceClass: 'PriceClass_200' },
      { PriceClass: 'PriceClass_200' },
      'PriceClass of the distribution EDFDVBD1 is PriceClass_200, not PriceClass_100.',
    ],
    [
      'another origin where none was declared',
      { origin: 'other.example.com' },
      { Origin: { DomainName: 'other.example.com' } },
      'Origin of the distribution EDFDVBD1 is {"DomainName":"other.example.com"}, not none that a site declares.',
    ],
    [
      'logs to a bucket',
      { logs: { bucket: 'theirs', prefix: '' } },
      { Logs: { Bucket: 'theirs', Prefix: '' } },
      'Logs of the distribution EDFDVBD1 is {"Bucket":"theirs","Prefix":""}, not none that a site declares.',
    ],
    [
      'viewers let in as no site declares',
      { httpsFirst: undefined },
      { HttpsFirst: undefined },
      'HttpsFirst of the distribution EDFDVBD1 is none that a site declares, not WhereHsts.',
    ],
  ])('%s', async (_, settings, shown, says) => {
    expect(await look(setting(settings))).toMatchObject({ ...former, ...shown, Drift: [says] });
  });

  test('tags that are gone or have another value; those of somebody else are nothing to tell', async () => {
    const shown = await look(({ tags: { kept } }) => {
      const [first = ''] = kept.keys();
      kept.set(first, { team: 'finance', owner: 'finance' });
    });
    expect(shown.Tags).toEqual([{ Key: 'team', Value: 'finance' }]);
    expect(shown.Drift).toEqual([
      expect.stringMatching(/^arn:.* does not have the tags team, stage as they are declared\.$/),
    ]);
  });
});
