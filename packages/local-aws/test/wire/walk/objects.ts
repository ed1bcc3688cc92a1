import { Readable } from 'node:stream';
import * as s3 from '@aws-sdk/client-s3';
import type { Walk } from './walk';

/** A bucket and what is in it. */
export function walkObjects(walk: Walk): void {
  const Bucket = 'rules-of-redirects';
  const Key = 'live/rules ü.yml';
  const text = (answer: s3.GetObjectCommandOutput) => answer.Body!.transformToString();

  test('a bucket is made, found, and told to keep versions', async () => {
    const client = walk.clients.s3;
    await client.send(new s3.CreateBucketCommand({ Bucket }));
    await client.send(new s3.HeadBucketCommand({ Bucket }));
    expect(
      (await client.send(new s3.GetBucketLocationCommand({ Bucket }))).LocationConstraint,
    ).toBeUndefined();
    await client.send(
      new s3.PutBucketVersioningCommand({ Bucket, VersioningConfiguration: { Status: 'Enabled' } }),
    );
    expect((await client.send(new s3.GetBucketVersioningCommand({ Bucket }))).Status).toBe('Enabled');
  });

  test('objects are put, whole and as streams, and read version by version', async () => {
    const client = walk.clients.s3;
    const put = (Body: s3.PutObjectCommandInput['Body'], more: object = {}) =>
      client.send(new s3.PutObjectCommand({ Bucket, Key, Body, ContentType: 'text/yaml', ...more }));
    const one = await put('one ü');
    const bytes = Uint8Array.from({ length: 70_000 }, (_, n) => n % 256);
    const two = await put(Readable.from([bytes.subarray(0, 100), bytes.subarray(100)]), {
      ContentLength: bytes.length,
      Metadata: { team: 'edge' },
    });
    const read = (VersionId?: string) => client.send(new s3.GetObjectCommand({ Bucket, Key, VersionId }));
    expect(await text(await read(one.VersionId))).toBe('one ü');
    const newest = await read();
    expect(Buffer.from(await newest.Body!.transformToByteArray()).equals(Buffer.from(bytes))).toBe(true);
    expect(newest).toMatchObject({ ETag: two.ETag, VersionId: two.VersionId, Metadata: { team: 'edge' } });
    const head = await client.send(new s3.HeadObjectCommand({ Bucket, Key, VersionId: one.VersionId }));
    expect(head).toMatchObject({
      ContentLength: 6,
      ContentType: 'text/yaml',
      LastModified: expect.any(Date),
    });
  });

  test('what is not there is what the model calls it', async () => {
    const client = walk.clients.s3;
    await expect(client.send(new s3.GetObjectCommand({ Bucket, Key: 'none' }))).rejects.toBeInstanceOf(
      s3.NoSuchKey,
    );
    await expect(client.send(new s3.HeadObjectCommand({ Bucket, Key: 'none' }))).rejects.toMatchObject({
      name: 'NotFound',
    });
    await expect(
      client.send(new s3.CopyObjectCommand({ Bucket, Key: 'copy', CopySource: `${Bucket}/a` })),
    ).rejects.toMatchObject({ name: 'NotImplemented' });
  });

  test('buckets come by path or before the host', async () => {
    const read = async (url: string, host: string) => {
      const headers = { authorization: signed, host };
      const { get } = await import('node:http');
      return new Promise<string>((resolve, reject) => {
        get(`http://127.0.0.1:${walk.port}${url}`, { headers }, (answer) => {
          let body = '';
          answer.setEncoding('utf8').on('data', (chunk) => (body += chunk));
          answer.on('end', () => resolve(`${answer.statusCode} ${body.slice(0, 5)}`));
        }).on('error', reject);
      });
    };
    await walk.clients.s3.send(new s3.PutObjectCommand({ Bucket, Key: 'a', Body: 'hello' }));
    expect(await read(`/${Bucket}/a`, `127.0.0.1:${walk.port}`)).toBe('200 hello');
    expect(await read('/a', `${Bucket}.s3.us-east-1.amazonaws.com`)).toBe('200 hello');
    expect(await read('/a', `${Bucket}.s3.amazonaws.com`)).toBe('200 hello');
    expect(await read(`/${Bucket}/a`, 's3.eu-west-1.amazonaws.com')).toBe('200 hello');
  });

  test('objects are listed', async () => {
    const list = new s3.ListObjectsV2Command({ Bucket, Prefix: 'live/' });
    const { Contents, KeyCount } = await walk.clients.s3.send(list);
    expect([KeyCount, Contents]).toMatchObject([1, [{ Key, Size: 70_000, LastModified: expect.any(Date) }]]);
  });

  test('objects and buckets are deleted', async () => {
    const client = walk.clients.s3;
    const [Key, Other] = ['a', 'other-bucket'];
    const { VersionId } = await client.send(new s3.HeadObjectCommand({ Bucket, Key }));
    const listed = await client.send(new s3.ListObjectsV2Command({ Bucket, Prefix: 'a' }));
    expect(listed.Contents?.map((each) => each.Key)).toContain(Key);
    await client.send(new s3.DeleteObjectCommand({ Bucket, Key, VersionId }));
    await client.send(new s3.CreateBucketCommand({ Bucket: Other }));
    await client.send(new s3.DeleteBucketCommand({ Bucket: Other }));
    await expect(client.send(new s3.DeleteBucketCommand({ Bucket }))).rejects.toMatchObject({
      name: 'BucketNotEmpty',
    });
  });
}

const signed =
  'AWS4-HMAC-SHA256 Credential=636696000000/20260301/us-east-1/s3/aws4_request, SignedHeaders=host, Signature=0';
