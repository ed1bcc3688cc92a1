import { advance } from '../../src/world/advance';
import { readImport } from '../../src/world/key-value-stores/import';
import { seedBucket, seedObject } from '../../src/world/s3/seed';
import { ask, emptyCloud, outcome, sourceAccount, targetAccount, told } from '../world/cloud';
import { makeStore } from './stores';

const bytes = (text: string) => new TextEncoder().encode(text);
const file = (...pairs: [string, string][]) =>
  bytes(JSON.stringify({ data: pairs.map(([key, value]) => ({ key, value })) }));
const source = { ImportSource: { SourceType: 'S3', SourceARN: 'arn:aws:s3:::rules/live/items.json' } };

function cloudWith(body: Uint8Array, accountId = sourceAccount) {
  const world = emptyCloud();
  seedBucket(world, { name: 'rules', accountId });
  seedObject(world, 'rules', 'live/items.json', { body });
  return world;
}

describe('a store that is made from a file in S3', () => {
  test('has its items when it is READY, at every edge too [documented]', () => {
    const store = makeStore(cloudWith(file(['a', '1'], ['b', '22'])), source);
    expect(told(store.ask('DescribeKeyValueStore'))).toMatchObject({
      Status: 'READY',
      ItemCount: 2,
      TotalSizeInBytes: 5,
    });
    expect(store.world.edges.map(({ stores }) => stores.get(store.id)?.get('b'))).toEqual(['22', '22', '22']);
  });

  test('reads the file once: what is written to it later is not in the store [documented]', () => {
    const world = cloudWith(file(['a', '1']));
    const store = makeStore(world, source);
    seedObject(world, 'rules', 'live/items.json', { body: file(['a', '2']) });
    advance(world, world.now + 600_000);
    expect(told(store.ask('GetKey', { Key: 'a' }))).toMatchObject({ Value: '1' });
  });

  test.each([
    ['is no JSON', bytes('a,b'), 'not JSON'],
    ['begins with a byte order mark', bytes('\ufeff{"data":[]}'), 'not JSON'],
    ['has no list', bytes('{}'), 'no list "data"'],
    ['has a number', bytes('{"data":[{"key":"a","value":1}]}'), 'Item 0'],
    ['has a key twice', file(['a', '1'], ['a', '2']), 'the key a is there twice'],
    ['has a value of 1,025 bytes', file(['a', 'v'.repeat(1_025)]), 'Maximum size of the value'],
    [
      'has 6 MB',
      file(...Array.from({ length: 6_000 }, (_, n): [string, string] => [`k${n}`, 'v'.repeat(1_000)])),
      '5242880',
    ],
  ])('is never READY where the file %s [documented; how it says so is inferred]', (_words, body, reason) => {
    const store = makeStore(cloudWith(body), source);
    expect(told(store.ask('DescribeKeyValueStore'))).toMatchObject({
      Status: 'FAILED',
      FailureReason: expect.stringContaining(reason),
      ItemCount: 0,
    });
    expect(outcome(store.ask('ListKeys'))).toBe('ConflictException 409');
    expect(told(ask(store.world, 'DescribeKeyValueStore', { Name: 'rules' }))).toMatchObject({
      KeyValueStore: { Status: 'FAILED' },
    });
  });

  test('is never READY where there is no such object, or it is of another account', () => {
    const reasonIn = (world: ReturnType<typeof emptyCloud>) =>
      told<{ FailureReason?: string }>(makeStore(world, source).ask('DescribeKeyValueStore')).FailureReason;
    expect(reasonIn(emptyCloud())).toContain('bucket does not exist');
    expect(reasonIn(cloudWith(file(), targetAccount))).toContain('Access Denied');
  });

  test('is made by who may read the object and ask where its bucket is [documented]', () => {
    const made = (...actions: string[]) => {
      const world = cloudWith(file());
      const arn = `arn:aws:iam::${sourceAccount}:role/Maker`;
      const policies = actions.map((Action) => ({
        Statement: [{ Effect: 'Allow' as const, Action, Resource: '*' }],
      }));
      world.roles.set(arn, {
        arn,
        name: 'Maker',
        accountId: sourceAccount,
        trust: { Statement: [] },
        policies,
      });
      const caller = { accountId: sourceAccount, roleArn: arn, sessionName: 's', region: 'us-east-1' };
      return outcome(ask(world, 'CreateKeyValueStore', { Name: 'one', ...source }, caller));
    };
    expect(made('cloudfront:CreateKeyValueStore', 's3:GetObject', 's3:GetBucketLocation')).toBe('ok');
    expect(made('cloudfront:CreateKeyValueStore', 's3:GetObject')).toBe('AccessDenied 403');
    expect(made('cloudfront:CreateKeyValueStore', 's3:GetBucketLocation')).toBe('AccessDenied 403');
  });
});

test('an import keeps keys and values letter by letter', () => {
  const read = readImport(file(['ü/a b', ' "x"\n']));
  expect(read).toEqual({ kind: 'items', items: new Map([['ü/a b', ' "x"\n']]) });
});
