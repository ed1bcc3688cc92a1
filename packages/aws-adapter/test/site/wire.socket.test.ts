import { seedBucket, seedObject } from '@cutover/local-aws';
import type { DistributionDraft, FunctionDraft, Store } from '@cutover/redirect-site';
import { ACCOUNT, type LocalSite, startLocalSite, ZONE } from './local-site';

/**
 * The ports over HTTP to the local AWS, which reads every request by AWS's own model: what these tests say is what the
 * domain may build on.
 */
let site: LocalSite;
beforeAll(async () => {
  site = await startLocalSite();
}, 60_000);
afterAll(() => site?.stop());

const code = (body: string): string => `function handler(event) { return ${body}; }`;
const movedTo = (url: string): string =>
  code(`{ statusCode: 301, headers: { location: { value: '${url}' } } }`);

let store: Store;
const functionDraft = (text: string): FunctionDraft => ({
  name: 'redirect-1',
  comment: 'generation 1',
  code: text,
  storeArn: store.arn,
});

describe('a store', () => {
  test('is absent, then made, and READY after a while', async () => {
    const { stores } = site.ports;
    expect(await stores.find('redirect-1')).toBeUndefined();
    store = await stores.create('redirect-1', 'redirects');
    expect(store).toMatchObject({
      name: 'redirect-1',
      arn: expect.stringContaining(ACCOUNT),
      status: 'PROVISIONING',
    });
    await site.pass(60);
    expect(await stores.find('redirect-1')).toMatchObject({ id: store.id, status: 'READY' });
  });

  test('whose name is taken is not made again', async () => {
    await expect(site.ports.stores.create('redirect-1', '')).rejects.toMatchObject({ failure: 'Taken' });
  });

  test('takes items in batches, each under the ETag of the one before, and gives them back by pages', async () => {
    const { stores } = site.ports;
    const before = await stores.describe(store.arn);
    expect(before).toMatchObject({ itemCount: 0, totalBytes: 0 });
    const items = Array.from({ length: 70 }, (_, n) => [`h:${n}.example.com`, `1\n${n} →\f`] as const);
    const first = await stores.update(
      store.arn,
      { puts: new Map(items.slice(0, 50)), deletes: [] },
      before.etag,
    );
    const rest = { puts: new Map(items.slice(50)), deletes: ['h:0.example.com'] };
    const second = await stores.update(store.arn, rest, first);
    expect(await stores.describe(store.arn)).toMatchObject({ etag: second, itemCount: 69 });
    expect(await stores.items(store.arn)).toEqual(new Map(items.slice(1)));
  });

  test('refuses a batch under an old ETag', async () => {
    const batch = { puts: new Map([['a', 'b']]), deletes: [] };
    await expect(site.ports.stores.update(store.arn, batch, 'KV0')).rejects.toMatchObject({
      failure: 'Stale',
      disposition: 'lookAgain',
    });
  });
});

describe('a function', () => {
  test('is made in DEVELOPMENT, and not LIVE', async () => {
    const { functions } = site.ports;
    expect(await functions.find('redirect-1', 'DEVELOPMENT')).toBeUndefined();
    await functions.create(functionDraft(movedTo('https://a.example.com/')));
    expect(await functions.find('redirect-1', 'DEVELOPMENT')).toMatchObject({
      name: 'redirect-1',
      arn: `arn:aws:cloudfront::${ACCOUNT}:function/redirect-1`,
      comment: 'generation 1',
      code: movedTo('https://a.example.com/'),
      storeArn: store.arn,
    });
    expect(await functions.find('redirect-1', 'LIVE')).toBeUndefined();
  });

  test('is tested where it is', async () => {
    const { functions } = site.ports;
    const { etag } = (await functions.find('redirect-1', 'DEVELOPMENT'))!;
    const result = await functions.test('redirect-1', etag, eventOf('a.example.com'));
    expect(result).toMatchObject({ error: undefined, utilization: expect.any(Number) });
    expect(JSON.parse(result.output ?? '')).toMatchObject({
      response: { statusCode: 301, headers: { location: { value: 'https://a.example.com/' } } },
    });
  });

  test('that fails a test says why', async () => {
    const { functions } = site.ports;
    const before = (await functions.find('redirect-1', 'DEVELOPMENT'))!;
    await functions.update(functionDraft(code('nobody()')), before.etag);
    const broken = (await functions.find('redirect-1', 'DEVELOPMENT'))!;
    expect(broken.etag).not.toBe(before.etag);
    const result = await functions.test('redirect-1', broken.etag, eventOf('a.example.com'));
    expect(result).toMatchObject({ output: undefined, error: expect.stringContaining('nobody') });
    await functions.update(functionDraft(movedTo('https://b.example.com/')), broken.etag);
  });

  test('is published as it is in DEVELOPMENT, under its ETag', async () => {
    const { functions } = site.ports;
    await expect(functions.publish('redirect-1', 'OLD')).rejects.toMatchObject({ failure: 'Stale' });
    const { etag } = (await functions.find('redirect-1', 'DEVELOPMENT'))!;
    await functions.publish('redirect-1', etag);
    expect(await functions.find('redirect-1', 'LIVE')).toMatchObject({
      code: movedTo('https://b.example.com/'),
      status: 'UNASSOCIATED',
    });
  });
});

const eventOf = (host: string): string =>
  JSON.stringify({
    version: '1.0',
    context: { eventType: 'viewer-request' },
    viewer: { ip: '198.51.100.11' },
    request: { method: 'GET', uri: '/', querystring: {}, headers: { host: { value: host } }, cookies: {} },
  });

describe('a distribution', () => {
  const settings = {
    priceClass: 'PriceClass_100',
    httpsFirst: 'WhereHsts',
    origin: undefined,
    logs: undefined,
  } as const;
  const draft = (): DistributionDraft => ({
    callerReference: 'rs-1-1',
    comment: 'redirects',
    aliases: [],
    functionArn: `arn:aws:cloudfront::${ACCOUNT}:function/redirect-1`,
    ...settings,
    tags: { team: 'web' },
  });

  test('is made with the function, and found again by its caller reference', async () => {
    const { distributions } = site.ports;
    expect(await distributions.findMade('rs-1-1')).toBeUndefined();
    const made = await distributions.create(draft());
    expect(made).toMatchObject({
      enabled: true,
      aliases: [],
      functionArn: draft().functionArn,
      ipv6Enabled: true,
      settings,
    });
    expect(await distributions.findMade('rs-1-1')).toEqual(made);
    await expect(distributions.create(draft())).rejects.toMatchObject({ failure: 'Taken' });
    expect(site.aws.world.distributions.get(made.id)?.tags).toEqual([{ Key: 'team', Value: 'web' }]);
  });

  test('is set otherwise and back again, and all else stays', async () => {
    const { distributions } = site.ports;
    const other = {
      priceClass: 'PriceClass_All',
      httpsFirst: 'Always',
      origin: 'fallback.example.com',
      logs: { bucket: 'logs', prefix: 'go&co/' },
    } as const;
    const made = (await distributions.findMade('rs-1-1'))!;
    const before = structuredClone(site.aws.world.distributions.get(made.id)?.config);
    await distributions.edit(made.id, { settings: other }, made.etag);
    const edited = (await distributions.findMade('rs-1-1'))!;
    expect(edited).toMatchObject({ settings: other, aliases: made.aliases, functionArn: made.functionArn });
    await distributions.edit(made.id, { settings }, edited.etag);
    expect(site.aws.world.distributions.get(made.id)?.config).toEqual(before);
  });

  test('keeps the function from being removed', async () => {
    const { functions } = site.ports;
    const { etag } = (await functions.find('redirect-1', 'DEVELOPMENT'))!;
    await expect(functions.remove('redirect-1', etag)).rejects.toMatchObject({ failure: 'InUse' });
  });

  test('is edited under the ETag that it was looked at with, then disabled, and goes when that is deployed', async () => {
    const { distributions, functions } = site.ports;
    const made = (await distributions.findMade('rs-1-1'))!;
    await expect(distributions.edit(made.id, { enabled: false }, 'OLD')).rejects.toMatchObject({
      failure: 'Stale',
    });
    await expect(distributions.remove(made.id, made.etag)).rejects.toMatchObject({ failure: 'InUse' });
    await distributions.edit(made.id, { enabled: false, functionArn: null }, made.etag);
    const edited = (await distributions.find(made.id))!;
    expect(edited).toMatchObject({ enabled: false, deployed: false, functionArn: undefined });
    await site.pass(600);
    const deployed = (await distributions.find(made.id))!;
    expect(deployed.deployed).toBe(true);
    await distributions.remove(made.id, deployed.etag);
    expect(await distributions.find(made.id)).toBeUndefined();
    const { etag } = (await functions.find('redirect-1', 'DEVELOPMENT'))!;
    await functions.remove('redirect-1', etag);
    expect(await functions.find('redirect-1', 'LIVE')).toBeUndefined();
  });
});

describe('a certificate', () => {
  let arn: string;
  const names = ['a.example.com', 'b.example.com'];

  test('is requested once, however often the same token asks', async () => {
    const { certificates } = site.ports;
    arn = await certificates.request(names, 'rs_1_1', { team: 'web' });
    expect(await certificates.request(names, 'rs_1_1', { team: 'web' })).toBe(arn);
    expect(await certificates.request(names, 'rs_1_2', {})).not.toBe(arn);
  });

  test('shows the records that prove its names, and is ISSUED when they answer', async () => {
    const { certificates, dns } = site.ports;
    await site.pass(30);
    const asked = (await certificates.find(arn))!;
    expect(asked).toMatchObject({ arn, status: 'PENDING_VALIDATION', names, inUse: false });
    const records = asked.validations.map(({ record }) => record!);
    expect(records.map(({ name }) => name.replace(/^_\w+\./, ''))).toEqual(names);
    const upserts = records.map(({ name, value }) => ({
      name,
      type: 'CNAME',
      ttlSeconds: 300,
      values: [value],
    }));
    const change = await dns.change(ZONE, { comment: 'validation', upserts, deletes: [] });
    expect(await dns.isPublished(change)).toBe(false);
    await site.pass(3_600);
    expect(await dns.isPublished(change)).toBe(true);
    expect(await dns.findRecords(ZONE, [records[0]!.name])).toEqual([upserts[0]]);
    expect(await certificates.find(arn)).toMatchObject({ status: 'ISSUED' });
  });

  test('that is removed is absent', async () => {
    const { certificates } = site.ports;
    await certificates.remove(arn);
    expect(await certificates.find(arn)).toBeUndefined();
  });
});

describe('a hosted zone', () => {
  test('has a name; one that is not there has none', async () => {
    expect(await site.ports.dns.findZone(ZONE)).toBe('example.com');
    expect(await site.ports.dns.findZone('ZNOBODY')).toBeUndefined();
  });

  test('says who may issue, for the names below it too', async () => {
    expect(await site.ports.dns.findIssuers('a.example.com')).toEqual([]);
    const caa = { name: 'example.com', type: 'CAA', ttlSeconds: 60, values: ['0 issue "amazon.com"'] };
    await site.ports.dns.change(ZONE, { comment: 'CAA', upserts: [caa], deletes: [] });
    await site.pass(3_600);
    expect(await site.ports.dns.findIssuers('a.example.com')).toEqual(['amazon.com']);
    await site.ports.dns.change(ZONE, { comment: 'no CAA', upserts: [], deletes: [caa] });
    await site.pass(3_600);
  });

  test('and does not make resolvers believe that a name is absent which is about to be made', async () => {
    expect(await site.ports.dns.findIssuers('new.example.com')).toEqual([]);
    const record = { name: 'new.example.com', type: 'A', ttlSeconds: 60, values: ['203.0.113.80'] };
    await site.ports.dns.change(ZONE, { comment: 'new', upserts: [record], deletes: [] });
    await site.pass(60);
    expect(await site.viewer.resolve4('new.example.com')).toEqual(['203.0.113.80']);
  });
});

describe('rules in S3', () => {
  test('are the bytes of the version that is asked for, and absent where there are none', async () => {
    const { world } = site.aws;
    seedBucket(world, { accountId: ACCOUNT, name: 'rules', versioning: 'Enabled' });
    const { versionId } = seedObject(world, 'rules', 'redirects.yml', { body: Buffer.from('Sites: [1]\n') });
    seedObject(world, 'rules', 'redirects.yml', { body: Buffer.from('Sites: [2]\n') });
    const read = async (more: object): Promise<string | undefined> => {
      const bytes = await site.ports.rules.read({ bucket: 'rules', key: 'redirects.yml', ...more });
      return bytes && Buffer.from(bytes).toString();
    };
    expect(await read({})).toBe('Sites: [2]\n');
    expect(await read({ versionId })).toBe('Sites: [1]\n');
    expect(await read({ key: 'nothing.yml' })).toBeUndefined();
    expect(await read({ bucket: 'no-such-bucket' })).toBeUndefined();
  });
});
