import { createStack, deleteStack, updateStack } from '../../src/stack';
import { seedBucket, seedObject } from '../../src/world/s3/seed';
import type { World } from '../../src/world/world';
import { account, type Place, place, request } from './support';

const failed = (stack: { events: readonly { status: string; reason?: string }[] }) =>
  stack.events.filter(({ status }) => status.includes('FAILED')).map(({ reason }) => reason);

/** A store that is filled from S3, and a function that reads it. */
const template = (comment = 'first') => `
Resources:
  Rules:
    Type: AWS::CloudFront::KeyValueStore
    Properties:
      Name: rules
      Comment: ${comment}
      Tags: [{ Key: team, Value: marketing }]
      ImportSource: { SourceType: S3, SourceArn: 'arn:aws:s3:::files/items.json' }
  Redirects:
    Type: AWS::CloudFront::Function
    Properties:
      Name: redirects
      AutoPublish: true
      FunctionCode: 'function handler(event) { return event.request; }'
      FunctionConfig:
        Comment: ${comment}
        Runtime: cloudfront-js-2.0
        KeyValueStoreAssociations: [{ KeyValueStoreARN: !GetAtt Rules.Arn }]
`;

function placeWith(file: string): Place {
  const here = place();
  seedBucket(here.world, { name: 'files', accountId: account });
  seedObject(here.world, 'files', 'items.json', { body: new TextEncoder().encode(file) });
  return here;
}

const made = (here: Place, text = template()) =>
  here.finish((cloudFormation) => createStack(cloudFormation, request(text)));

const items = ({ storeItems }: World) =>
  [...storeItems.values()].map((store) => Object.fromEntries(store.items));

describe('a key value store in a stack', () => {
  test('has the items of its import, and its function is associated with it', async () => {
    const here = placeWith('{"data":[{"key":"a","value":"1"}]}');
    expect(failed(await made(here))).toEqual([]);
    expect(items(here.world)).toEqual([{ a: '1' }]);
    const [edgeFunction] = here.world.functions.values();
    const [store] = here.world.keyValueStores.values();
    expect(store?.config.tags).toEqual([{ Key: 'team', Value: 'marketing' }]);
    expect(edgeFunction?.live?.config.KeyValueStoreAssociations?.Items).toEqual([
      { KeyValueStoreARN: `arn:aws:cloudfront::${account}:key-value-store/${store?.id}` },
    ]);
  });

  test('keeps its items when something else of it changes', async () => {
    const here = placeWith('{"data":[{"key":"a","value":"1"}]}');
    const stack = await made(here);
    await here.finish((cloudFormation) => updateStack(cloudFormation, request(template('second'))));
    expect([stack.status, items(here.world)]).toEqual(['UPDATE_COMPLETE', [{ a: '1' }]]);
  });

  test('fails with its import, and takes the stack back', async () => {
    const here = placeWith('no JSON');
    const stack = await made(here);
    expect(failed(stack)[0]).toContain('key value store rules could not be imported');
    expect([stack.status, here.world.keyValueStores.size]).toEqual(['ROLLBACK_COMPLETE', 0]);
  });
});

describe('a bucket in a stack', () => {
  const bucket = (more = '') => `
Resources:
  Files: { Type: AWS::S3::Bucket, Properties: { BucketName: files-of-site${more} } }`;
  const versions = ', VersioningConfiguration: { Status: Enabled }';
  const only = ({ buckets }: World) => buckets.get('files-of-site');

  test('is there for objects, keeps versions where the template says so, and goes when it is empty', async () => {
    const here = place();
    await made(here, bucket(versions));
    expect(only(here.world)).toMatchObject({ accountId: account, versioning: 'Enabled' });
    await here.finish((cloudFormation) => updateStack(cloudFormation, request(bucket())));
    expect(only(here.world)?.versioning).toBe('Suspended');
    const stack = await here.finish((cloudFormation) => deleteStack(cloudFormation, request('')));
    expect([failed(stack), only(here.world)]).toEqual([[], undefined]);
  });

  test('that is not empty stays, and its stack with it', async () => {
    const here = place();
    await made(here, bucket());
    seedObject(here.world, 'files-of-site', 'a', { body: new Uint8Array() });
    const stack = await here.finish((cloudFormation) => deleteStack(cloudFormation, request('')));
    expect([stack.status, failed(stack)[0]]).toEqual(['DELETE_FAILED', expect.stringContaining('not empty')]);
  });
});
