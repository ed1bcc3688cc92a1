import type { Declaration } from '../src';
import { readSite, shownOf } from '../src';
import { create, remove, toolsOf, update } from './support/driver';
import { rules, small, worldWithZones } from './support/sites';
import { summaryOf } from './support/summary';
import { recordOf } from './support/world-certificates';

/** One host in a zone of ours, one elsewhere. */
const both: Declaration = { ...rules(), HostedZones: [{ Id: 'ZCOM' }] };
const statesOf = (journal: Parameters<typeof shownOf>[0]) =>
  Object.fromEntries(shownOf(journal).HostStates.map(({ Host, State }) => [Host, State]));

describe('a host whose zone nobody gave', () => {
  test('is kept out after half an hour, blocks no other, and says which record is wanted', async () => {
    const world = worldWithZones();
    const end = await create(world, both);
    expect(end).toMatchObject({
      kind: 'succeeded',
      message: expect.stringContaining('1 hosts wait for DNS'),
    });
    const { name, value } = recordOf('old.example.net');
    expect(shownOf(end.journal!)).toMatchObject({
      HostStates: [
        { Host: 'example.com', State: 'LIVE', Records: [] },
        { Host: 'www.example.com', State: 'LIVE', Records: [] },
        {
          Host: 'old.example.net',
          State: 'AWAITING_DNS',
          Records: [
            { Name: name, Type: 'CNAME', Value: value },
            { Name: 'old.example.net', Type: 'CNAME', Value: 'edfdvbd1.cloudfront.net' },
          ],
        },
      ],
    });
    const [distribution] = world.distributions.kept.values();
    expect(distribution?.aliases).toEqual(['example.com', 'www.example.com']);
    // The certificate that was asked for first is gone: it would never be issued.
    expect([...world.certificates.kept.values()].map(({ names }) => names)).toEqual([
      ['example.com', 'www.example.com'],
    ]);
  });

  test('goes live with the next update once its owner has made the record', async () => {
    const world = worldWithZones();
    await create(world, both);
    const { name, value } = recordOf('old.example.net');
    world.dns.elsewhere.set(name, value);
    const end = await update(world, { ...both, Comment: 'the record is there' });
    expect(statesOf(end.journal!)).toEqual({
      'example.com': 'LIVE',
      'www.example.com': 'LIVE',
      'old.example.net': 'LIVE',
    });
    expect(world.count('functions.publish')).toBe(1);
  });

  test('is waited for ten minutes only in updates after the first', async () => {
    const world = worldWithZones();
    await create(world, both);
    const begin = world.now;
    await update(world, { ...both, Comment: 'still not' });
    expect((world.now - begin) / 60_000).toBeGreaterThan(10);
    expect((world.now - begin) / 60_000).toBeLessThan(15);
  });
});

test('a name of which ACM gets no answer although the record is there waits for its certificate', async () => {
  const world = worldWithZones();
  world.certificates.deaf.add('old.example.net');
  const end = await create(world, rules());
  expect(statesOf(end.journal!)['old.example.net']).toBe('AWAITING_CERTIFICATE');
});

describe('a name whose CAA records', () => {
  test('allow another issuer alone is kept out of the request, and the record is told', async () => {
    const world = worldWithZones();
    world.dns.issuers.set('old.example.net', ['letsencrypt.org']);
    const end = await create(world, rules());
    expect(world.count('certificates.request')).toBe(1);
    expect(shownOf(end.journal!).RequiredRecords).toEqual([
      { Name: 'old.example.net', Type: 'CAA', Value: '0 issue "amazon.com"' },
    ]);
    expect(statesOf(end.journal!)).toEqual({
      'example.com': 'LIVE',
      'www.example.com': 'LIVE',
      'old.example.net': 'AWAITING_DNS',
    });
  });

  test.each([
    ['allow Amazon among others', ['letsencrypt.org', 'amazon.com'] as const],
    ['nobody tells', 'silent' as const],
  ])('%s goes live like any', async (_, issuers) => {
    const world = worldWithZones();
    world.dns.issuers.set('old.example.net', issuers);
    const end = await create(world, rules());
    expect(statesOf(end.journal!)['old.example.net']).toBe('LIVE');
  });
});

describe('a host that another distribution has', () => {
  const aliases = (world: ReturnType<typeof worldWithZones>) =>
    [...world.distributions.kept.values()].map((each) => each.aliases);

  test('is kept out of a new distribution, blocks no other, and keeps its DNS', async () => {
    const world = worldWithZones();
    world.distributions.held.add('www.example.com');
    const end = await create(world, rules());
    expect(end.kind).toBe('succeeded');
    expect(aliases(world)).toEqual([['example.com', 'old.example.net']]);
    expect(statesOf(end.journal!)['www.example.com']).toBe('AWAITING_DNS');
    const records = world.dns.zones.get('ZCOM')?.records.filter(({ name }) => name === 'www.example.com');
    expect(records).toEqual([]);
  });

  test('is kept out of one that there is, and goes live with an update once it is free or was moved here', async () => {
    const world = worldWithZones();
    await create(world, small());
    world.distributions.held.add('old.example.net');
    await update(world, rules());
    expect(aliases(world)).toEqual([['example.com', 'www.example.com']]);
    world.distributions.held.clear();
    const end = await update(world, { ...rules(), Comment: 'it is free' });
    expect(aliases(world)).toEqual([['example.com', 'www.example.com', 'old.example.net']]);
    expect(statesOf(end.journal!)['old.example.net']).toBe('LIVE');
  });
});

describe('a host whose record leads to another distribution', () => {
  test('is kept out, is told what to lead where, and comes with an update once it is led here', async () => {
    const world = worldWithZones();
    world.distributions.ledAway.add('old.example.net');
    const end = await create(world, rules());
    expect(end.kind).toBe('succeeded');
    const state = shownOf(end.journal!).HostStates.find(({ Host }) => Host === 'old.example.net');
    expect(state).toMatchObject({
      State: 'AWAITING_DNS',
      Message: expect.stringMatching(/leads to another distribution.*Lead it to \S+\.cloudfront\.net/),
    });
    world.distributions.ledAway.clear();
    const later = await update(world, { ...rules(), Comment: 'led here' });
    expect(statesOf(later.journal!)['old.example.net']).toBe('LIVE');
  });
});

describe('hosts that come and go', () => {
  const fewer: Declaration = {
    Sites: [
      { Id: 'main', Hosts: ['www.example.com'], Rules: [{ Id: 'all', To: 'https://www.example.org/' }] },
    ],
    HostedZones: [{ Id: 'ZCOM' }, { Id: 'ZNET' }],
  };

  test('leave DNS before they leave the distribution', async () => {
    const world = worldWithZones();
    await create(world, rules());
    const bad: string[] = [];
    world.watch = () => {
      const [distribution] = world.distributions.kept.values();
      for (const { records } of world.dns.zones.values())
        for (const { name, type } of records)
          if (type === 'A' && !distribution?.aliases.includes(name)) bad.push(name);
    };
    await update(world, fewer);
    expect(bad).toEqual([]);
    const [distribution] = world.distributions.kept.values();
    expect(distribution?.aliases).toEqual(['www.example.com']);
    expect(world.dns.zones.get('ZNET')?.records.filter(({ type }) => type !== 'CNAME')).toEqual([]);
  });

  test('come back', async () => {
    const world = worldWithZones();
    await create(world, fewer);
    expect(await update(world, rules())).toMatchObject({ kind: 'succeeded' });
    const [distribution] = world.distributions.kept.values();
    expect([...(distribution?.aliases ?? [])].sort()).toEqual([
      'example.com',
      'old.example.net',
      'www.example.com',
    ]);
  });
});

test('a hundred hosts fill a distribution; one more gets its own, which goes with it', async () => {
  const many = (count: number): Declaration => ({
    Sites: [
      {
        Hosts: Array.from({ length: count }, (_, at) => `h${at}.example.com`),
        Rules: [{ Id: 'all', To: 'https://www.example.org/' }],
      },
    ],
    HostedZones: [{ Id: 'ZCOM' }],
  });
  const world = worldWithZones();
  expect(await create(world, many(101))).toMatchObject({ kind: 'succeeded' });
  expect([...world.distributions.kept.values()].map(({ aliases }) => aliases.length)).toEqual([100, 1]);
  expect(await update(world, many(100))).toMatchObject({ kind: 'succeeded' });
  expect([...world.distributions.kept.values()].map(({ aliases }) => aliases.length)).toEqual([100]);
  expect(world.certificates.kept.size).toBe(1);
});

describe("somebody's own distribution", () => {
  const existing: Declaration = { ...rules(), Distribution: { Id: 'EOWN' } };
  const worldWithOne = async (functionArn?: string) => {
    const world = worldWithZones();
    world.dns.elsewhere.set(recordOf('shop.example.org').name, recordOf('shop.example.org').value);
    const certificateArn = world.certificates.add(['shop.example.org']);
    if (functionArn)
      world.functions.kept.set('other', {
        name: 'other',
        arn: functionArn,
        development: { code: '' },
        live: {},
      } as never);
    await world.distributions.add('EOWN', {
      callerReference: 'theirs',
      aliases: ['shop.example.org'],
      certificateArn,
      functionArn,
    });
    return world;
  };

  test('keeps its aliases and serves the site beside them', async () => {
    const world = await worldWithOne();
    const end = await create(world, existing);
    expect(end).toMatchObject({ kind: 'succeeded' });
    expect(world.distributions.kept.size).toBe(1);
    expect(world.distributions.kept.get('EOWN')).toMatchObject({
      aliases: ['shop.example.org', 'example.com', 'www.example.com', 'old.example.net'],
      functionArn: expect.stringContaining('redirect-rs-1'),
    });
  });

  test('is given back as it was when the site is deleted', async () => {
    const world = await worldWithOne();
    const before = summaryOf(world);
    await create(world, existing);
    expect(await remove(world)).toMatchObject({ kind: 'succeeded' });
    expect(summaryOf(world)).toEqual(before);
  });

  test('that runs a function already is refused, and nothing is touched', async () => {
    const world = await worldWithOne('arn:other');
    const before = summaryOf(world);
    expect(await create(world, existing)).toMatchObject({
      kind: 'failed',
      code: 'InvalidRequest',
      message: expect.stringMatching(
        /^Nothing was changed\. Distribution\.Id: the default behavior of EOWN runs arn:other/,
      ),
    });
    expect(summaryOf(world)).toEqual(before);
  });

  test('that is not there is refused', async () => {
    expect(await create(worldWithZones(), existing)).toMatchObject({
      kind: 'failed',
      message: expect.stringContaining('there is no distribution EOWN'),
    });
  });
});

describe('what Read shows of a site that somebody else has changed', () => {
  const look = async (change: (world: ReturnType<typeof worldWithZones>) => void) => {
    const world = worldWithZones();
    const { journal } = await create(world, rules());
    change(world);
    return readSite(world.ports, toolsOf(world), journal!, world.now);
  };
  const sitesOf = (shown: { Sites?: unknown }) =>
    shown.Sites as { Hosts: string[]; Rules: { To: string }[] }[];

  test('is what was declared where nobody has', async () => {
    const shown = await look(() => {});
    expect(shown).toMatchObject({ ...rules(), Drift: [] });
  });

  test('an item: names the rule, and shows what is answered', async () => {
    const shown = await look((world) => {
      const [store] = world.stores.kept.values();
      // Of the same length: records tell where their parts end.
      for (const [key, value] of store!.items)
        store!.items.set(key, value.replace('careers.example.org', 'malware.example.org'));
      store!.revision += 1;
    });
    expect(shown.Drift).toEqual([
      expect.stringMatching(
        /^Rule jobs: GET https:.* must answer 301 https:\/\/careers\..*, and answers 301 https:\/\/malware\./,
      ),
    ]);
    expect(sitesOf(shown)[0]?.Rules[1]?.To).toBe('https://malware.example.org/');
  });

  test("the function's code", async () => {
    const shown = await look((world) => {
      for (const kept of world.functions.kept.values())
        kept.live = { ...kept.live!, code: 'function handler() { return { statusCode: 404 }; }' };
    });
    expect(shown.Drift[0]).toBe('The function redirect-rs-1 is not what was published.');
    expect(shown.Drift.slice(1).map((each) => each.split(':')[0])).toContain('Rule jobs');
  });

  test('an alias that a distribution has lost', async () => {
    const shown = await look((world) => {
      for (const [id, kept] of world.distributions.kept)
        world.distributions.kept.set(id, {
          ...kept,
          aliases: kept.aliases.filter((each) => each !== 'old.example.net'),
        });
    });
    expect(shown.Drift).toEqual(['The distribution EDFDVBD1 has lost the alias old.example.net.']);
    expect(sitesOf(shown)[1]?.Hosts).toEqual([]);
  });
});

describe('how a distribution is made', () => {
  const settings = {
    HttpsFirst: 'Always',
    Origin: { DomainName: 'fallback.example.com' },
    Logs: { Bucket: 'logs' },
  } as const;

  test('is what was declared', async () => {
    const world = worldWithZones();
    const made: unknown[] = [];
    const original = world.distributions.create.bind(world.distributions);
    world.distributions.create = async (draft) => {
      made.push(draft);
      return original(draft);
    };
    await create(world, { ...small(), ...settings });
    expect(made).toMatchObject([
      { httpsFirst: 'Always', origin: 'fallback.example.com', logs: { bucket: 'logs', prefix: '' } },
    ]);
  });

  test('is refused for one that is not made here', async () => {
    const end = await create(worldWithZones(), { ...small(), ...settings, Distribution: { Id: 'EOWN' } });
    expect(end).toMatchObject({
      kind: 'failed',
      message: expect.stringContaining("HttpsFirst: EOWN is not the site's own"),
    });
  });
});
