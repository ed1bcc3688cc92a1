import type { TestFunctionResult } from '@aws-sdk/client-cloudfront';
import type { Knobs } from '../../src/world/knobs';
import type { World } from '../../src/world/world';
import { makeStore } from '../key-value-stores/stores';
import { code } from '../support/entities';
import { ask, emptyCloud, outcome, sourceAccount, told } from '../world/cloud';

const event = (request: object = {}, eventType = 'viewer-request', more: object = {}) =>
  code(
    JSON.stringify({
      version: '1.0',
      context: { eventType },
      viewer: { ip: '198.51.100.11' },
      request: { method: 'GET', uri: '/a', headers: { host: { value: 'a.example.com' } }, ...request },
      ...more,
    }),
  );

interface Tested {
  readonly world: World;
  readonly etag: string;
  run(input?: object): Record<string, never>;
  outcome(input?: object): string;
}

/** A function of this code on DEVELOPMENT. */
function made(text: string, { world = emptyCloud(), arn }: { world?: World; arn?: string } = {}): Tested {
  const FunctionConfig = {
    Comment: '',
    Runtime: 'cloudfront-js-2.0',
    ...(arn && { KeyValueStoreAssociations: { Quantity: 1, Items: [{ KeyValueStoreARN: arn }] } }),
  };
  const input = { Name: 'redirect', FunctionConfig, FunctionCode: code(text) };
  const { ETag: etag } = told<{ ETag: string }>(ask(world, 'CreateFunction', input));
  const test = (more: object = {}) =>
    ask(world, 'TestFunction', { Name: 'redirect', IfMatch: etag, EventObject: event(), ...more });
  return {
    world,
    etag,
    run: (more) => told<TestFunctionResult>(test(more)).TestResult as Record<string, never>,
    outcome: (more) => outcome(test(more)),
  };
}

const redirect = `async function handler(event) {
  console.log('asked for ' + event.request.uri);
  return { statusCode: 301, headers: { location: { value: 'https://b.example' + event.request.uri } } };
}`;
const ofStore = `import cf from 'cloudfront';
async function handler(event) { return { statusCode: 301, headers: { location: { value: await cf.kvs().get('to') } } }; }`;

describe('TestFunction', () => {
  test('answers the response that the function makes, its log and its utilization [documented]', () => {
    expect(made(redirect).run()).toEqual({
      FunctionSummary: expect.objectContaining({ Name: 'redirect', Status: 'UNPUBLISHED' }),
      ComputeUtilization: expect.stringMatching(/^\d+$/),
      FunctionExecutionLogs: ['asked for /a'],
      FunctionErrorMessage: '',
      FunctionOutput: JSON.stringify({
        response: { statusCode: 301, headers: { location: { value: 'https://b.example/a' } } },
      }),
    });
  });

  test('answers the request that the function lets through [documented]', () => {
    const { FunctionOutput } = made('function handler(event) { return event.request; }').run();
    expect(JSON.parse(FunctionOutput!)).toMatchObject({ request: { uri: '/a', method: 'GET' } });
  });

  test('tests the stage that is named, DEVELOPMENT if none is, under its ETag [documented]', () => {
    const tested = made(redirect);
    expect(tested.outcome({ Stage: 'LIVE' })).toBe('NoSuchFunctionExists 404');
    ask(tested.world, 'PublishFunction', { Name: 'redirect', IfMatch: tested.etag });
    const FunctionConfig = { Comment: '', Runtime: 'cloudfront-js-2.0' };
    const next = { FunctionConfig, FunctionCode: code('function handler() { return { statusCode: 404 }; }') };
    const updated = told<{ ETag: string }>(
      ask(tested.world, 'UpdateFunction', { Name: 'redirect', IfMatch: tested.etag, ...next }),
    );
    expect(tested.outcome()).toBe('PreconditionFailed 412');
    const status = (input: object) => JSON.parse(tested.run(input).FunctionOutput!).response.statusCode;
    expect(status({ IfMatch: updated.ETag })).toBe(404);
    const { ETag } = told<{ ETag: string }>(
      ask(tested.world, 'DescribeFunction', { Name: 'redirect', Stage: 'LIVE' }),
    );
    expect(status({ IfMatch: ETag, Stage: 'LIVE' })).toBe(301);
  });

  test('reads the items as they were written last, which no edge may have yet [inferred]', () => {
    const store = makeStore();
    const tested = made(ofStore, store);
    store.update({ to: 'https://one.example/' });
    expect(tested.run().FunctionOutput).toContain('https://one.example/');
    expect(store.world.edges.every(({ stores }) => stores.get(store.id)?.get('to') === undefined)).toBe(true);
  });

  test('reads the store of its stage: an association is part of what is published [inferred]', () => {
    const world = emptyCloud();
    const [live, next] = ['live', 'next'].map((Name) => {
      const store = makeStore(world, { Name });
      store.update({ to: `https://${Name}.example/` });
      return store;
    });
    const tested = made(ofStore, { world, arn: live!.arn });
    told(ask(world, 'PublishFunction', { Name: 'redirect', IfMatch: tested.etag }));
    const Items = [{ KeyValueStoreARN: next!.arn }];
    const FunctionConfig = {
      Comment: '',
      Runtime: 'cloudfront-js-2.0',
      KeyValueStoreAssociations: { Quantity: 1, Items },
    };
    const input = { Name: 'redirect', IfMatch: tested.etag, FunctionConfig, FunctionCode: code(ofStore) };
    const { ETag } = told<{ ETag: string }>(ask(world, 'UpdateFunction', input));
    const read = { Name: 'redirect', Stage: 'LIVE' };
    const { ETag: liveEtag } = told<{ ETag: string }>(ask(world, 'DescribeFunction', read));
    expect(tested.run({ IfMatch: ETag }).FunctionOutput).toContain('https://next.example/');
    expect(tested.run({ IfMatch: liveEtag, Stage: 'LIVE' }).FunctionOutput).toContain(
      'https://live.example/',
    );
  });

  test.each([
    ['throws', "function handler() { throw new TypeError('no'); }", 'TypeError: no'],
    ['does not compile', 'function handler(event) { return event?.request; }', 'SyntaxError'],
    [
      'awaits in the arguments of a call',
      'async function handler(event) { return [].concat(await event.request)[0]; }',
      'SyntaxError: await in the arguments',
    ],
    ['asks for a key that is not there', ofStore, 'KeyNotFound'],
    ['returns nothing', 'function handler() {}', 'returned an invalid value'],
    [
      'sets a header that it may not',
      "function handler() { return { statusCode: 200, headers: { 'x-amz-cf-id': { value: '1' } } }; }",
      'x-amz-cf-id may not be added',
    ],
  ])(
    'tells in its answer that the function %s [documented; the words are inferred]',
    (_words, text, expected) => {
      const { FunctionErrorMessage, FunctionOutput } = made(text).run();
      expect([FunctionErrorMessage, FunctionOutput]).toEqual([expect.stringContaining(expected), '']);
    },
  );

  test('has an event of 40,960 bytes at most [documented]', () => {
    const of = (uri: string) => made(redirect).outcome({ EventObject: event({ uri }) });
    const size = event({ uri: '' }).length;
    expect([of('x'.repeat(40_960 - size)), of('x'.repeat(40_961 - size))]).toEqual([
      'ok',
      'InvalidArgument 400',
    ]);
  });

  test.each([
    ['no JSON', code('{')],
    ['no event type', code(JSON.stringify({ request: { method: 'GET', uri: '/' } }))],
    ['no request', code(JSON.stringify({ context: { eventType: 'viewer-request' } }))],
  ])('refuses an event with %s', (_words, EventObject) => {
    expect(made(redirect).outcome({ EventObject })).toBe('InvalidArgument 400');
  });

  test('gives the response to a function on viewer-response [documented]', () => {
    const text = `function handler(event) {
  event.response.headers['x-seen'] = { value: String(event.response.statusCode) };
  return event.response;
}`;
    const response = { statusCode: 200, headers: { via: { value: 'cloudfront' } } };
    const { FunctionOutput } = made(text).run({ EventObject: event({}, 'viewer-response', { response }) });
    expect(JSON.parse(FunctionOutput!).response.headers['x-seen']).toEqual({ value: '200' });
  });

  test('needs the action on the function [documented]', () => {
    const arn = `arn:aws:iam::${sourceAccount}:role/Tester`;
    const { world, etag } = made(redirect);
    const test = (Action: string) => {
      const policies = [{ Statement: [{ Effect: 'Allow' as const, Action, Resource: '*' }] }];
      world.roles.set(arn, {
        arn,
        name: 'Tester',
        accountId: sourceAccount,
        trust: { Statement: [] },
        policies,
      });
      const caller = { accountId: sourceAccount, roleArn: arn, sessionName: 's', region: 'us-east-1' };
      return outcome(
        ask(world, 'TestFunction', { Name: 'redirect', IfMatch: etag, EventObject: event() }, caller),
      );
    };
    expect([test('cloudfront:PublishFunction'), test('cloudfront:TestFunction')]).toEqual([
      'AccessDenied 403',
      'ok',
    ]);
  });
});

describe('rawQueryString in a test', () => {
  const text = `function handler(event) {
  const request = event.request;
  return { statusCode: 200, body: request.rawQueryString ? String(request.rawQueryString()) : 'no such method' };
}`;
  const body = (querystring: object, knobs: Partial<Knobs> = {}) => {
    const { FunctionOutput } = made(text, { world: emptyCloud(knobs) }).run({
      EventObject: event({ querystring }),
    });
    return JSON.parse(FunctionOutput!).response.body;
  };

  test('is put together from the parameters [inferred]', () => {
    const a = { value: '1', multiValue: [{ value: '1' }, { value: '2' }] };
    expect([body({ a, b: { value: '' } }), body({})]).toEqual(['a=1&a=2&b', 'undefined']);
  });

  test('or is not there at all (knob testFunctionHasRawQueryString) [inferred]', () => {
    expect(body({ a: { value: '1' } }, { testFunctionHasRawQueryString: false })).toBe('no such method');
  });
});
