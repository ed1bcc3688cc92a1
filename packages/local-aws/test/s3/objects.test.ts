import type { ListObjectsV2Output } from '@aws-sdk/client-s3';
import { seedBucket } from '../../src/world/s3/seed';
import type { World } from '../../src/world/world';
import { call } from '../key-value-stores/stores';
import { emptyCloud, outcome, sourceAccount, targetAccount, told } from '../world/cloud';

const bytes = (text: string) => new TextEncoder().encode(text);
const put = (world: World, text: string, more: object = {}) =>
  call(world, 's3', 'PutObject', { Bucket: 'rules', Key: 'a/b', Body: bytes(text), ...more });
const get = (world: World, more: object = {}) =>
  call(world, 's3', 'GetObject', { Bucket: 'rules', Key: 'a/b', ...more });
const text = (world: World, more: object = {}) =>
  new TextDecoder().decode(told<{ Body: Uint8Array }>(get(world, more)).Body);

function cloud(versioning?: 'Enabled'): World {
  const world = emptyCloud();
  seedBucket(world, { name: 'rules', accountId: sourceAccount, ...(versioning && { versioning }) });
  return world;
}

describe('an object', () => {
  test('is replaced where the bucket keeps no versions', () => {
    const world = cloud();
    const first = told<{ VersionId?: string }>(put(world, 'one'));
    put(world, 'two');
    expect(first.VersionId).toBeUndefined();
    expect(text(world)).toBe('two');
    expect(text(world, { VersionId: 'null' })).toBe('two');
  });

  test('has every version that was written where the bucket keeps them', () => {
    const world = cloud('Enabled');
    const [one, two] = ['one', 'two'].map((each) => told<{ VersionId: string }>(put(world, each)).VersionId);
    expect([text(world), text(world, { VersionId: one }), text(world, { VersionId: two })]).toEqual([
      'two',
      'one',
      'two',
    ]);
    call(world, 's3', 'DeleteObject', { Bucket: 'rules', Key: 'a/b', VersionId: two });
    expect(text(world)).toBe('one');
    expect(outcome(get(world, { VersionId: two }))).toBe('NoSuchVersion 404');
  });

  test('that was there before versions were kept has the version null', () => {
    const world = cloud();
    put(world, 'old');
    const Bucket = 'rules';
    call(world, 's3', 'PutBucketVersioning', { Bucket, VersioningConfiguration: { Status: 'Enabled' } });
    put(world, 'new');
    expect([text(world), text(world, { VersionId: 'null' })]).toEqual(['new', 'old']);
  });

  test('is told by its MD5', () => {
    const world = cloud();
    put(world, 'hello', { ContentType: 'text/plain', Metadata: { team: 'edge' } });
    expect(told(call(world, 's3', 'HeadObject', { Bucket: 'rules', Key: 'a/b' }))).toMatchObject({
      ETag: '"5d41402abc4b2a76b9719d911017c592"',
      ContentLength: 5,
      ContentType: 'text/plain',
      Metadata: { team: 'edge' },
    });
  });

  test('is written only if it is not there, where that is asked', () => {
    const world = cloud();
    expect(
      [put(world, 'one', { IfNoneMatch: '*' }), put(world, 'two', { IfNoneMatch: '*' })].map(outcome),
    ).toEqual(['ok', 'PreconditionFailed 412']);
  });

  test('is in the log by its digest', () => {
    const world = cloud();
    put(world, 'hello');
    expect(world.calls.at(-1)?.input).toMatchObject({ Body: expect.stringMatching(/^5 bytes, sha256 /) });
  });
});

describe('a list of objects', () => {
  const world = cloud();
  const keys = ['a.yml', 'live/1.yml', 'live/2.yml', 'live/old/1.yml', 'z.yml'];
  for (const Key of keys) put(world, 'x', { Key });
  const list = (input: object = {}) =>
    told<ListObjectsV2Output>(call(world, 's3', 'ListObjectsV2', { Bucket: 'rules', ...input }));
  const keysIn = ({ Contents = [] }: ListObjectsV2Output) => Contents.map(({ Key }) => Key);

  test('has them in order of their keys, page by page', () => {
    const first = list({ MaxKeys: 2 });
    const second = list({ MaxKeys: 9, ContinuationToken: first.NextContinuationToken });
    expect([keysIn(first), keysIn(second)]).toEqual([keys.slice(0, 2), keys.slice(2)]);
    expect([first.IsTruncated, second.IsTruncated]).toEqual([true, false]);
  });

  test('has those below a prefix, and tells folders by a delimiter', () => {
    const below = list({ Prefix: 'live/', Delimiter: '/' });
    expect(keysIn(below)).toEqual(['live/1.yml', 'live/2.yml']);
    expect(below).toMatchObject({ KeyCount: 3, CommonPrefixes: [{ Prefix: 'live/old/' }] });
  });
});

describe('a bucket', () => {
  const create = (world: World, Bucket: string, account = sourceAccount) =>
    outcome(call(world, 's3', 'CreateBucket', { Bucket }, account));

  test('has a name that no other bucket of any account has', () => {
    const world = cloud();
    expect([create(world, 'other'), create(world, 'other'), create(world, 'rules', targetAccount)]).toEqual([
      'ok',
      'BucketAlreadyOwnedByYou 409',
      'BucketAlreadyExists 409',
    ]);
  });

  test.each(['UPPER', 'a', 'a..b', '-a-', 'a b'])('is not called %s', (name) => {
    expect(create(cloud(), name)).toBe('InvalidBucketName 400');
  });

  test('is its account’s alone: bucket policies are not evaluated', () => {
    const world = cloud();
    put(world, 'one');
    expect(outcome(call(world, 's3', 'GetObject', { Bucket: 'rules', Key: 'a/b' }, targetAccount))).toBe(
      'AccessDenied 403',
    );
  });

  test('goes when it is empty', () => {
    const world = cloud();
    put(world, 'one');
    const remove = () => outcome(call(world, 's3', 'DeleteBucket', { Bucket: 'rules' }));
    expect(remove()).toBe('BucketNotEmpty 409');
    call(world, 's3', 'DeleteObject', { Bucket: 'rules', Key: 'a/b' });
    expect([remove(), outcome(call(world, 's3', 'HeadBucket', { Bucket: 'rules' }))]).toEqual([
      'ok',
      'NoSuchBucket 404',
    ]);
  });
});

test('a version is read by who may read versions [documented]', () => {
  const world = cloud('Enabled');
  const { VersionId } = told<{ VersionId: string }>(put(world, 'one'));
  const arn = `arn:aws:iam::${sourceAccount}:role/Reader`;
  const Statement = [{ Effect: 'Allow' as const, Action: 's3:GetObject', Resource: 'arn:aws:s3:::rules/*' }];
  const role = {
    arn,
    name: 'Reader',
    accountId: sourceAccount,
    trust: { Statement: [] },
    policies: [{ Statement }],
  };
  world.roles.set(arn, role);
  const reader = { accountId: sourceAccount, roleArn: arn, sessionName: 's', region: 'us-east-1' };
  const read = (input: object) =>
    outcome(call(world, 's3', 'GetObject', { Bucket: 'rules', Key: 'a/b', ...input }, reader));
  expect([read({}), read({ VersionId })]).toEqual(['ok', 'AccessDenied 403']);
});
