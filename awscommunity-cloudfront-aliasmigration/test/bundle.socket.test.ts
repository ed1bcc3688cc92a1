import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type LocalAws, type ProgressEvent, parseFault } from '@cutover/local-aws';
import type { Properties } from '../src/codec';
import { bundle, callWarm, carryOut, credentials, type Order, payloadOf, type Turn } from './cloudformation';
import { ALIAS, declared, startSmallWorld, TARGET } from './small-world';

const root = join(__dirname, '..', '..');
const schema = JSON.parse(
  readFileSync(join(__dirname, '..', 'awscommunity-cloudfront-aliasmigration.json'), 'utf8'),
);

let aws: LocalAws;
/** Every turn of the tests so far: the laws at the end hold for all of them. */
const turns: Turn[] = [];

beforeAll(async () => {
  execFileSync(process.execPath, [
    join(root, 'scripts', 'build.mjs'),
    'awscommunity-cloudfront-aliasmigration',
  ]);
  aws = await startSmallWorld();
}, 120_000);
afterAll(() => aws?.stop());

async function carriedOut(order: Order): Promise<ProgressEvent> {
  const own = await carryOut(aws, order);
  turns.push(...own);
  return own.at(-1)!.event;
}

const modelIn = (event: ProgressEvent): Properties => event.resourceModel as unknown as Properties;
/** `cloudfront:GetDistribution` of every call that handlers have made since. */
const callsSince = (start: number): string[] => [
  ...new Set(
    aws.world.calls
      .slice(start)
      .filter(({ actor }) => actor === 'handler')
      .map(({ service, operation }) => `${service}:${operation}`),
  ),
];

describe('a plan', () => {
  test('warns before anything is moved, and has the snippets of the end ready', async () => {
    const properties = { ...declared, PlanOnly: true };
    const event = await carriedOut({ action: 'CREATE', properties, token: 'token-of-the-plan' });
    const plan = modelIn(event);
    expect(plan).toMatchObject({
      Phase: 'PLANNED',
      ReconcileTarget: expect.stringContaining(`- ${ALIAS}`),
      Warnings: [expect.stringContaining('an outage'), expect.stringContaining('CNAMEAlreadyExists')],
    });
    expect(
      modelIn(await carriedOut({ action: 'READ', properties: { MigrationId: plan.MigrationId } })),
    ).toEqual(plan);
    expect(aws.world.distributions.get(TARGET)?.config.Aliases?.Items ?? []).toEqual([]);
    expect(await carriedOut({ action: 'DELETE', properties: plan, token: 'token-of-its-end' })).toMatchObject(
      {
        status: 'SUCCESS',
      },
    );
  }, 60_000);
});

describe('one resource, from its creation on', () => {
  let model: Properties;

  test('a create moves the alias and shows what was declared and what came of it', async () => {
    const event = await carriedOut({ action: 'CREATE', properties: declared });
    expect(event).toMatchObject({ status: 'SUCCESS' });
    model = modelIn(event);
    expect(model).toEqual({
      ...declared,
      MigrationId: expect.stringMatching(/^am-[0-9a-f]{20}$/),
      Phase: 'DONE',
      ResolvedStrategy: 'ATOMIC',
      SourceDomainName: 'e1111111source.cloudfront.net',
      TargetDomainName: 'e2222222target.cloudfront.net',
      CutoverTime: expect.stringMatching(/^2026-01-01T00:/),
      Plan: expect.arrayContaining([expect.stringMatching(/^ATOMIC: /)]),
      ReconcileSource: expect.stringContaining('Aliases: []'),
      ReconcileTarget: expect.stringContaining(`- ${ALIAS}`),
      Warnings: [expect.stringContaining('an outage'), expect.stringContaining('CNAMEAlreadyExists')],
    });
    expect(aws.world.distributions.get(TARGET)?.config.Aliases?.Items).toEqual([ALIAS]);
  }, 120_000);

  test('the same create again finds that migration, and moves nothing', async () => {
    const start = aws.world.calls.length;
    expect(modelIn(await carriedOut({ action: 'CREATE', properties: declared }))).toEqual(model);
    expect(callsSince(start).filter((call) => /:(Update|Change)/.test(call))).toEqual([]);
  }, 30_000);

  test('a read gives the same model, with the calls that the schema has permissions for', async () => {
    const start = aws.world.calls.length;
    const properties = { MigrationId: model.MigrationId };
    expect(await carriedOut({ action: 'READ', properties })).toMatchObject({
      status: 'SUCCESS',
      resourceModel: model,
    });
    expect(callsSince(start).sort()).toEqual(schema.handlers.read.permissions);
  }, 30_000);

  test.each(['READ', 'LIST'] as const)(
    'a %s asks again where one call fails in passing: CloudFormation reads what it has just made',
    async (action) => {
      aws.world.faults.push(parseFault('ssm.GetParametersByPath.throttled@1'));
      const start = aws.world.calls.length;
      const properties = action === 'READ' ? { MigrationId: model.MigrationId } : {};
      expect(await carriedOut({ action, properties })).toMatchObject({ status: 'SUCCESS' });
      expect(aws.world.calls.slice(start).filter(({ fault }) => fault !== undefined)).toHaveLength(1);
    },
    30_000,
  );

  test('a list has it, in one answer, with the calls that the schema has permissions for', async () => {
    const start = aws.world.calls.length;
    const event = await carriedOut({ action: 'LIST', properties: {} });
    expect(event).toMatchObject({
      status: 'SUCCESS',
      resourceModels: [{ MigrationId: model.MigrationId }],
    });
    expect(event).not.toHaveProperty('nextToken');
    expect(callsSince(start)).toEqual(schema.handlers.list.permissions);
  }, 30_000);

  test('an update of Verification changes nothing but what is shown', async () => {
    const properties = { ...model, Verification: { Path: '/health' } };
    const event = await carriedOut({ action: 'UPDATE', properties, previous: model, token: 'token-2' });
    expect(event).toMatchObject({ status: 'SUCCESS' });
    expect(modelIn(event)).toEqual(properties);
    model = modelIn(event);
  }, 30_000);

  test('an update to a name that the source does not have is refused, and says so', async () => {
    const properties = { ...model, Aliases: ['b.example.com'] };
    const event = await carriedOut({ action: 'UPDATE', properties, previous: model, token: 'token-3' });
    expect(event).toMatchObject({
      status: 'FAILED',
      errorCode: 'InvalidRequest',
      message: expect.stringContaining('b.example.com'),
    });
  }, 30_000);

  test('an alias that has left the target is missing from what a read shows: drift, and a warning', async () => {
    const distribution = aws.world.distributions.get(TARGET)!;
    const { config } = distribution;
    distribution.config = { ...config, Aliases: { Quantity: 0 } };
    const properties = { MigrationId: model.MigrationId };
    const read = modelIn(await carriedOut({ action: 'READ', properties }));
    expect(read.Aliases).toEqual([]);
    expect(read.Warnings?.[0]).toContain(`${ALIAS} is not on ${TARGET} any more`);
    expect(read.ReconcileTarget).toBe(model.ReconcileTarget);
    distribution.config = config;
  }, 30_000);

  test('a delete with KEEP forgets it and leaves the alias where it is', async () => {
    const event = await carriedOut({ action: 'DELETE', properties: model, token: 'token-4' });
    expect(event).toMatchObject({ status: 'SUCCESS' });
    expect(aws.world.distributions.get(TARGET)?.config.Aliases?.Items).toEqual([ALIAS]);
    expect(aws.world.parameters.size).toBe(0);
  }, 30_000);

  test.each(['READ', 'UPDATE', 'DELETE'] as const)(
    'after that, %s does not find it',
    async (action) => {
      const event = await carriedOut({ action, properties: model, token: 'token-5' });
      expect(event).toMatchObject({ status: 'FAILED', errorCode: 'NotFound' });
    },
    30_000,
  );

  test('nor does a list', async () => {
    const event = await carriedOut({ action: 'LIST', properties: {} });
    expect(event).toMatchObject({ status: 'SUCCESS', resourceModels: [] });
  }, 30_000);
});

describe('a create that cannot be is refused, and says why', () => {
  const elsewhere = {
    DistributionId: 'E1111111SOURCE',
    AccountId: '636696000000',
    RoleArn: 'arn:aws:iam::636696000000:role/of-nobody',
    ExternalId: 'external-id-of-the-role',
  };
  const rows: [string, Partial<Properties>, string, string][] = [
    ['nothing declared', {}, 'InvalidRequest', 'Aliases, Target: required'],
    [
      'no role to another account',
      { ...declared, Source: { ...elsewhere, RoleArn: undefined } },
      'InvalidRequest',
      'Source.RoleArn',
    ],
    ['a role that may not be assumed', { ...declared, Source: elsewhere }, 'AccessDenied', 'AssumeRole'],
    [
      'a distribution that is not there',
      { ...declared, Target: { DistributionId: 'E9999999NOBODY' } },
      'InvalidRequest',
      'E9999999NOBODY',
    ],
    [
      'an alias that the source does not hold',
      { ...declared, Aliases: ['b.example.com'] },
      'InvalidRequest',
      'b.example.com',
    ],
  ];

  test.each(rows)(
    '%s',
    async (_what, properties, errorCode, words) => {
      const event = await carriedOut({ action: 'CREATE', properties, token: `token of ${words}` });
      expect(event).toMatchObject({ status: 'FAILED', errorCode, message: expect.stringContaining(words) });
      expect(aws.world.parameters.size).toBe(0);
    },
    60_000,
  );
});

describe('a warm process', () => {
  test('refuses a call without credentials, though it has seen some before', async () => {
    const list = payloadOf({ action: 'LIST', properties: {} });
    const bare = (event: object | null) => ({
      ...list,
      requestData: { ...list.requestData, callerCredentials: event },
    });
    const answers = await callWarm(aws, [list, bare(null), list]);
    expect(answers).toMatchObject([
      { status: 'SUCCESS' },
      { status: 'FAILED', errorCode: 'InvalidCredentials' },
      { status: 'SUCCESS' },
    ]);
    expect(answers[1]?.message).toContain('without credentials');
  }, 60_000);
});

describe('the bundle', () => {
  const text = (): string => readFileSync(bundle, 'utf8');

  // It finds an exception's code by the name of its class, which a minifier would take away.
  test('keeps the names by which the library answers with a code', async () => {
    const properties = { ...declared, PlanOnly: 'perhaps' as never };
    const event = await carriedOut({ action: 'CREATE', properties, token: 'token-6' });
    expect(event).toMatchObject({
      status: 'FAILED',
      errorCode: 'InvalidRequest',
      message: expect.stringContaining('not boolean'),
    });
  }, 30_000);

  test.each([
    ['SDK v2', /aws-sdk\/(clients|lib)\/|AWS\.util\.|apiVersions/],
    ['the local AWS', /cutover\.clock|seedDistribution|createWorld/],
    ['the tests', /fast-check|describe\.each|small-world/],
  ])('holds nothing of %s', (_what, pattern) => {
    expect(text().match(pattern)?.[0]).toBeUndefined();
  });
});

describe('in every answer of all of these', () => {
  const having = (status: ProgressEvent['status']): Turn[] =>
    turns.filter(({ event }) => event.status === status);
  const nullsIn = (value: unknown, at = ''): string[] =>
    value === null
      ? [at]
      : typeof value === 'object'
        ? Object.entries(value as object).flatMap(([name, member]) => nullsIn(member, `${at}/${name}`))
        : [];

  test('all three statuses have come', () => {
    expect(new Set(turns.map(({ event }) => event.status))).toEqual(
      new Set(['IN_PROGRESS', 'SUCCESS', 'FAILED']),
    );
  });

  test('there is no null, at any depth', () => {
    expect(turns.flatMap(({ event }) => nullsIn(event))).toEqual([]);
  });

  test('IN_PROGRESS gives the model back as it came, with the identifier', () => {
    for (const { event, properties } of having('IN_PROGRESS'))
      expect(event.resourceModel).toEqual({ ...properties, MigrationId: expect.stringMatching(/^am-/) });
  });

  test('READ and LIST are never IN_PROGRESS', () => {
    expect(having('IN_PROGRESS').filter(({ action }) => action === 'READ' || action === 'LIST')).toEqual([]);
  });

  test('an end asks for no callback', () => {
    for (const { event } of [...having('SUCCESS'), ...having('FAILED')]) {
      expect(event.callbackDelaySeconds).toBe(0);
      expect(event.callbackContext).toBeUndefined();
    }
  });

  test('FAILED has a code and a message', () => {
    for (const { event } of having('FAILED'))
      expect(event).toMatchObject({
        errorCode: expect.stringMatching(/^[A-Z]/),
        message: expect.stringMatching(/\w/),
      });
  });

  test('SUCCESS of a delete has no model, of everything else one', () => {
    for (const { action, event } of having('SUCCESS')) {
      expect(event.resourceModel !== undefined).toBe(action !== 'DELETE' && action !== 'LIST');
      expect(event.resourceModels !== undefined).toBe(action === 'LIST');
    }
  });

  test('the log has none of the secrets', () => {
    const { secretAccessKey, sessionToken } = credentials;
    const log = turns.map((turn) => turn.log).join('\n');
    expect(log).toContain('invoking handler');
    for (const secret of [secretAccessKey, sessionToken, 'external-id-of-the-role'])
      expect(log).not.toContain(secret);
  });
});
