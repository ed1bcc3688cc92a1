import type { ListKeysResponse } from '@aws-sdk/client-cloudfront-keyvaluestore';
import { advance } from '../../src/world/advance';
import { ask, messageOf, outcome, sourceAccount, targetAccount, told } from '../world/cloud';
import { call, makeStore } from './stores';

const pairs = (count: number, prefix = 'k'): Record<string, string> =>
  Object.fromEntries(Array.from({ length: count }, (_, n) => [`${prefix}${n}`, 'v']));

describe('the items of a key value store', () => {
  test('are put, read, changed and deleted under an ETag of their own [documented]', () => {
    const store = makeStore();
    const { ETag: control } = told<{ ETag: string }>(
      ask(store.world, 'DescribeKeyValueStore', { Name: 'rules' }),
    );
    const first = store.etag();
    expect(first).not.toBe(control);
    expect(outcome(store.ask('PutKey', { Key: 'a', Value: 'one', IfMatch: control }))).toBe(
      'ConflictException 409',
    );
    const put = told<{ ETag: string }>(store.ask('PutKey', { Key: 'a', Value: 'öne', IfMatch: first }));
    expect(put).toEqual({
      ItemCount: 1,
      TotalSizeInBytes: 5,
      ETag: expect.stringMatching(/^KV[A-Z0-9]{13}$/),
    });
    expect(told(store.ask('GetKey', { Key: 'a' }))).toEqual({
      Key: 'a',
      Value: 'öne',
      ItemCount: 1,
      TotalSizeInBytes: 5,
    });
    expect(outcome(store.ask('PutKey', { Key: 'a', Value: 'two', IfMatch: first }))).toBe(
      'ConflictException 409',
    );
    expect(told(store.ask('DeleteKey', { Key: 'a', IfMatch: put.ETag }))).toMatchObject({ ItemCount: 0 });
    expect(outcome(store.ask('GetKey', { Key: 'a' }))).toBe('ResourceNotFoundException 404');
  });

  test('a write of items leaves the ETag of the store as it was [documented]', () => {
    const store = makeStore();
    const control = () =>
      told<{ ETag: string }>(ask(store.world, 'DescribeKeyValueStore', { Name: 'rules' }));
    const before = control().ETag;
    store.update({ a: '1' });
    expect(control().ETag).toBe(before);
  });

  test('UpdateKeys does all or nothing [documented]', () => {
    const store = makeStore();
    store.update({ a: '1', b: '2' });
    const before = store.etag();
    expect(outcome(store.update({ c: '3', d: 'x'.repeat(1_025) }, ['a']))).toBe(
      'ServiceQuotaExceededException 402',
    );
    expect(store.etag()).toBe(before);
    expect(outcome(store.ask('GetKey', { Key: 'a' }))).toBe('ok');
    expect(told(store.update({ c: '3' }, ['a']))).toMatchObject({ ItemCount: 2, TotalSizeInBytes: 4 });
  });

  test('a key that UpdateKeys puts and deletes is gone [observed]', () => {
    const store = makeStore();
    store.update({ a: 'old' });
    expect(told(store.update({ a: 'new' }, ['a']))).toMatchObject({ ItemCount: 0, TotalSizeInBytes: 0 });
  });

  test('UpdateKeys deletes what is not there without a word, DeleteKey does not [inferred]', () => {
    const store = makeStore();
    expect(outcome(store.update({}, ['none']))).toBe('ok');
    expect(outcome(store.ask('DeleteKey', { Key: 'none', IfMatch: store.etag() }))).toBe(
      'ResourceNotFoundException 404',
    );
  });

  test('are listed in pages of 10, of 50 at most [documented]', () => {
    const store = makeStore();
    store.update(pairs(50));
    store.update(pairs(11, 'm'));
    const list = (input: object = {}) => told<ListKeysResponse>(store.ask('ListKeys', input));
    expect(list().Items).toHaveLength(10);
    const seen: string[] = [];
    for (let page = list({ MaxResults: 50 }); ; page = list({ MaxResults: 50, NextToken: page.NextToken })) {
      seen.push(...(page.Items ?? []).map(({ Key }) => Key ?? ''));
      if (page.NextToken === undefined) break;
    }
    expect([seen.length, new Set(seen).size]).toEqual([61, 61]);
    expect(outcome(store.ask('ListKeys', { MaxResults: 51 }))).toBe('ValidationException 400');
  });

  test('are not there before the store is READY [inferred]', () => {
    const { world } = makeStore();
    const late = told<{ KeyValueStore: { ARN: string } }>(
      ask(world, 'CreateKeyValueStore', { Name: 'late' }),
    );
    const list = () =>
      outcome(call(world, 'cloudfront-keyvaluestore', 'ListKeys', { KvsARN: late.KeyValueStore.ARN }));
    expect(list()).toBe('ConflictException 409');
    advance(world, world.now + 60_000);
    expect(list()).toBe('ok');
  });
});

describe('the quotas of a key value store [documented]', () => {
  test.each([
    ['a key of 512 bytes', { ['k'.repeat(512)]: 'v' }, 'ok'],
    ['a key of 513 bytes', { ['k'.repeat(513)]: 'v' }, 'ServiceQuotaExceededException 402'],
    ['a key of 257 letters of two bytes', { ['ü'.repeat(257)]: 'v' }, 'ServiceQuotaExceededException 402'],
    ['a value of 1,024 bytes', { k: 'v'.repeat(1_024) }, 'ok'],
    ['a value of 1,025 bytes', { k: 'v'.repeat(1_025) }, 'ServiceQuotaExceededException 402'],
    ['50 keys at once', pairs(50), 'ok'],
    ['51 keys at once', pairs(51), 'ServiceQuotaExceededException 402'],
  ])('%s: %#', (_words, puts, expected) => {
    expect(outcome(makeStore().update(puts))).toBe(expected);
  });

  test('deletions count among the 50 keys', () => {
    expect(outcome(makeStore().update(pairs(25), Object.keys(pairs(26))))).toBe(
      'ServiceQuotaExceededException 402',
    );
  });

  test('what is too large says so in the words that people have seen [observed]', () => {
    expect(messageOf(makeStore().update({ k: 'v'.repeat(1_025) }))).toContain('Maximum size of the value');
  });

  test('5 MB of keys and values, and not one byte more', () => {
    const value = 'v'.repeat(1_000);
    const items = Object.fromEntries(
      Array.from({ length: 5_201 }, (_, n) => [`k${String(n).padStart(7, '0')}`, value]),
    );
    const store = makeStore();
    const contents = store.world.storeItems.get(store.id)!;
    for (const [key, text] of Object.entries(items)) contents.items.set(key, text);
    contents.bytes = 5_201 * 1_008;
    const room = 5 * 1024 * 1024 - contents.bytes;
    expect(outcome(store.update({ k: 'v'.repeat(room) }))).toBe('ServiceQuotaExceededException 402');
    expect(outcome(store.update({ k: 'v'.repeat(room - 1) }))).toBe('ok');
  });
});

describe('who may work on the items', () => {
  const roleArn = `arn:aws:iam::${sourceAccount}:role/Writer`;
  const writer = { accountId: sourceAccount, roleArn, sessionName: 's', region: '*' };
  const grant = (Action: string, Resource: string) => {
    const store = makeStore();
    const policies = [{ Statement: [{ Effect: 'Allow' as const, Action, Resource }] }];
    store.world.roles.set(roleArn, {
      arn: roleArn,
      name: 'Writer',
      accountId: sourceAccount,
      trust: { Statement: [] },
      policies,
    });
    return store;
  };

  test('needs the action of that name on the ARN of the store [documented]', () => {
    const store = grant('cloudfront-keyvaluestore:ListKeys', '*');
    expect(outcome(store.ask('ListKeys', {}, writer))).toBe('ok');
    expect(outcome(store.ask('GetKey', { Key: 'a' }, writer))).toBe('AccessDeniedException 403');
    const elsewhere = grant(
      'cloudfront-keyvaluestore:*',
      'arn:aws:cloudfront::636696000000:key-value-store/x',
    );
    expect(outcome(elsewhere.ask('ListKeys', {}, writer))).toBe('AccessDeniedException 403');
  });

  test('is nobody of another account', () => {
    expect(outcome(makeStore().ask('ListKeys', {}, targetAccount))).toBe('ResourceNotFoundException 404');
  });

  test('names the store by its ARN', () => {
    expect(outcome(makeStore().ask('ListKeys', { KvsARN: 'rules' }))).toBe('ValidationException 400');
  });
});

test('the log has the keys of a write and not its values', () => {
  const store = makeStore();
  store.update({ a: 'secret' });
  expect(store.world.calls.at(-1)).toMatchObject({ operation: 'UpdateKeys', input: { Puts: ['a'] } });
});
