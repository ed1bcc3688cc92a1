import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type LocalAws, type ProgressEvent, parseFault } from '@cutover/local-aws';
import { permissionsOf } from '../../packages/aws-adapter/test/calls';
import schema from '../awscommunity-redirect-site.json';
import type { Properties } from '../src/codec';
import { ACCOUNT, bundle, carryOut, type Order, startSmallWorld, ZONE } from './cloudformation';

const root = join(__dirname, '..', '..');

let aws: LocalAws;
beforeAll(async () => {
  execFileSync(process.execPath, [join(root, 'scripts', 'build.mjs'), 'awscommunity-redirect-site']);
  aws = await startSmallWorld();
}, 120_000);
afterAll(() => aws?.stop());

const limitMs = 600_000;
/** Every answer of the tests so far: the laws at the end hold for all of them. */
const answers: { order: Order; event: ProgressEvent }[] = [];

async function carriedOut(order: Order): Promise<ProgressEvent> {
  const events = await carryOut(aws, order);
  answers.push(...events.map((event) => ({ order, event })));
  return events.at(-1)!;
}

const modelIn = (event: ProgressEvent): Properties => event.resourceModel as unknown as Properties;
/** `cloudfront:GetDistribution` of every call that handlers have made since. */
const callsSince = (start: number): string[] =>
  aws.world.calls
    .slice(start)
    .filter(({ actor }) => actor === 'handler')
    .map(({ service, operation }) => `${service}:${operation}`);

const leadingTo = (target: string, expected = target): Properties => ({
  HostedZones: [{ Id: ZONE }],
  Sites: [
    {
      Hosts: ['go.example.com'],
      Rules: [{ Id: 'all', Match: '*', To: target, Status: 302, Tests: [{ Url: '/', Expect: expected }] }],
    },
  ],
});
const first = leadingTo('https://www.example.com/first');
const second = leadingTo('https://www.example.com/second');

describe('one site, from its creation on', () => {
  let model: Properties;

  test(
    'a create makes all that it takes, and shows what was declared and what came of it',
    async () => {
      const event = await carriedOut({ action: 'CREATE', properties: first });
      expect(event).toMatchObject({ status: 'SUCCESS' });
      model = modelIn(event);
      expect(model).toEqual({
        ...first,
        SiteId: expect.stringMatching(/^rs-[0-9a-f]{20}$/),
        FunctionArn: `arn:aws:cloudfront::${ACCOUNT}:function/redirect-${model.SiteId}`,
        KeyValueStoreArn: expect.stringContaining(':key-value-store/'),
        DistributionIds: [expect.stringMatching(/^E/)],
        DistributionDomainNames: [expect.stringMatching(/\.cloudfront\.net$/)],
        Generation: 1,
        RulesDigest: expect.stringMatching(/^[0-9a-f]{64}$/),
        HostStates: [{ Host: 'go.example.com', State: 'LIVE', Records: [] }],
        RequiredRecords: [],
        RuleCount: 1,
        TestsPassed: expect.any(Number),
        MaxUtilization: expect.any(Number),
        Drift: [],
      });
    },
    limitMs,
  );

  test(
    'the same create again finds that site, and makes nothing',
    async () => {
      const start = aws.world.calls.length;
      expect(modelIn(await carriedOut({ action: 'CREATE', properties: first }))).toEqual(model);
      expect(
        callsSince(start).filter((call) => /:(Create|Update|Publish|Change|Request)/.test(call)),
      ).toEqual([]);
    },
    limitMs,
  );

  test(
    'a read gives the same model, with permissions that the schema has',
    async () => {
      const start = aws.world.calls.length;
      const event = await carriedOut({ action: 'READ', properties: { SiteId: model.SiteId } });
      expect(modelIn(event)).toEqual(model);
      const needed = permissionsOf(callsSince(start));
      expect(needed.filter((each) => !schema.handlers.read.permissions.includes(each))).toEqual([]);
    },
    limitMs,
  );

  test.each(['READ', 'LIST'] as const)(
    'a %s asks again where one call fails in passing',
    async (action) => {
      aws.world.faults.push(parseFault('ssm.GetParametersByPath.throttled@1'));
      const start = aws.world.calls.length;
      const properties = action === 'READ' ? { SiteId: model.SiteId } : {};
      expect(await carriedOut({ action, properties })).toMatchObject({ status: 'SUCCESS' });
      expect(aws.world.calls.slice(start).filter(({ fault }) => fault !== undefined)).toHaveLength(1);
    },
    limitMs,
  );

  test(
    'a list has it, with the permission that the schema has',
    async () => {
      const start = aws.world.calls.length;
      const event = await carriedOut({ action: 'LIST', properties: {} });
      expect(event).toMatchObject({ status: 'SUCCESS', resourceModels: [{ SiteId: model.SiteId }] });
      expect(permissionsOf(callsSince(start))).toEqual(schema.handlers.list.permissions);
    },
    limitMs,
  );

  test(
    'an update whose test fails is refused with request, expected and actual answer, and nothing is touched',
    async () => {
      const start = aws.world.calls.length;
      const properties = {
        ...model,
        ...leadingTo('https://www.example.com/typo', 'https://www.example.com/second'),
      };
      const event = await carriedOut({ action: 'UPDATE', properties, previous: model, token: 'token-2' });
      expect(event).toMatchObject({
        status: 'FAILED',
        errorCode: 'InvalidRequest',
        message: expect.stringMatching(/https:\/\/go\.example\.com\/.*second.*typo/),
      });
      expect(
        callsSince(start).filter((call) => /^cloudfront(-keyvaluestore)?:(Update|Publish|Create)/.test(call)),
      ).toEqual([]);
    },
    limitMs,
  );

  test(
    'an update is the next generation',
    async () => {
      const properties = { ...model, ...second };
      const event = await carriedOut({ action: 'UPDATE', properties, previous: model, token: 'token-3' });
      expect(modelIn(event)).toMatchObject({ ...second, SiteId: model.SiteId, Generation: 2, RuleCount: 1 });
      model = modelIn(event);
    },
    limitMs,
  );

  test(
    'numbers that CloudFormation sends as text are the same rules: no update at all',
    async () => {
      const start = aws.world.calls.length;
      const properties = JSON.parse(JSON.stringify(model).replaceAll('302', '"302"')) as Properties;
      const event = await carriedOut({ action: 'UPDATE', properties, previous: model, token: 'token-4' });
      expect(modelIn(event)).toEqual(model);
      expect(callsSince(start).filter((call) => /:(Create|Update|Publish)/.test(call))).toEqual([]);
    },
    limitMs,
  );

  test(
    'a delete leaves nothing',
    async () => {
      const event = await carriedOut({ action: 'DELETE', properties: model, token: 'token-5' });
      expect(event).toMatchObject({ status: 'SUCCESS' });
      const { distributions, functions, certificates, parameters } = aws.world;
      expect([distributions.size, functions.size, certificates.size, parameters.size]).toEqual([0, 0, 0, 0]);
      expect(
        aws.world.hostedZones
          .get(ZONE)
          ?.records.map(({ Type }) => Type)
          .sort(),
      ).toEqual(['NS', 'SOA']);
    },
    limitMs,
  );

  test.each(['READ', 'UPDATE', 'DELETE'] as const)(
    'after that, %s does not find it',
    async (action) => {
      const event = await carriedOut({ action, properties: model, token: 'token-6' });
      expect(event).toMatchObject({ status: 'FAILED', errorCode: 'NotFound' });
    },
    limitMs,
  );
});

describe('the bundle', () => {
  test.each([
    ['SDK v2', /aws-sdk\/(clients|lib)\/|AWS\.util\.|apiVersions/],
    ['the engines that are for desks', /quickjs|njsEngine/i],
    ['the local AWS', /cutover\.clock|seedDistribution|createWorld/],
    ['the tests', /fast-check|describe\.each|startSmallWorld/],
  ])('holds nothing of %s', (_what, pattern) => {
    expect(readFileSync(bundle, 'utf8').match(pattern)?.[0]).toBeUndefined();
  });
});

describe('in every answer of all of these', () => {
  const nullsIn = (value: unknown, at = ''): string[] =>
    value === null
      ? [at]
      : typeof value === 'object'
        ? Object.entries(value as object).flatMap(([name, member]) => nullsIn(member, `${at}/${name}`))
        : [];
  const having = (status: ProgressEvent['status']) => answers.filter(({ event }) => event.status === status);

  test('there is no null, at any depth', () => {
    expect(answers.flatMap(({ event }) => nullsIn(event))).toEqual([]);
  });

  test('IN_PROGRESS gives the rules back as they came, with the identifier', () => {
    expect(having('IN_PROGRESS').length).toBeGreaterThan(10);
    for (const { order, event } of having('IN_PROGRESS')) {
      expect(modelIn(event).SiteId).toMatch(/^rs-/);
      expect(JSON.stringify(modelIn(event).Sites)).toBe(
        JSON.stringify(order.properties.Sites).replaceAll('"302"', '302'),
      );
    }
  });

  test('an end asks for no callback', () => {
    for (const { event } of [...having('SUCCESS'), ...having('FAILED')])
      expect(event).toMatchObject({ callbackDelaySeconds: 0 });
  });
});
