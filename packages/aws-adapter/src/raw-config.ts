import {
  type CloudFrontClient,
  type DistributionConfig,
  GetDistributionConfigCommand,
  UpdateDistributionCommand,
} from '@aws-sdk/client-cloudfront';

/** The body of GetDistributionConfig as it came, and the ETag that it came under. */
export interface RawConfig {
  readonly xml: string;
  readonly etag: string;
}

/** Reads a distribution's configuration and keeps its XML: the typed answer has lost what this SDK does not know. */
export async function getRawConfig(client: CloudFrontClient, distributionId: string): Promise<RawConfig> {
  const command = new GetDistributionConfigCommand({ Id: distributionId });
  let xml = '';
  // Behind the SDK's own deserialiser, that is nearer to the wire: it sees the response before it is read.
  command.middlewareStack.add(
    (next) => async (args) => {
      const result = await next(args);
      const response = result.response as { statusCode: number; body: unknown };
      const bytes = await bytesOf(response.body);
      xml = bytes.toString('utf8');
      response.body = bytes;
      return result;
    },
    { step: 'deserialize', priority: 'low', name: 'keepRawConfig' },
  );
  const { ETag } = await client.send(command);
  return { xml, etag: ETag ?? '' };
}

/** Members that UpdateDistribution's type asks for; the body that they make is replaced before it is signed. */
const REPLACED: DistributionConfig = {
  CallerReference: '',
  Comment: '',
  Enabled: true,
  Origins: { Quantity: 0, Items: [] },
  DefaultCacheBehavior: { TargetOriginId: '', ViewerProtocolPolicy: 'https-only' },
};

/** UpdateDistribution with exactly this XML as its body. */
export async function putRawConfig(
  client: CloudFrontClient,
  distributionId: string,
  { xml, etag }: RawConfig,
): Promise<void> {
  const command = new UpdateDistributionCommand({
    Id: distributionId,
    IfMatch: etag,
    DistributionConfig: REPLACED,
  });
  // Behind the serialiser, before length and signature are made.
  command.middlewareStack.add(
    (next) => async (args) => {
      (args.request as { body: unknown }).body = xml;
      return next(args);
    },
    { step: 'serialize', priority: 'low', name: 'putRawConfig' },
  );
  await client.send(command);
}

async function bytesOf(body: unknown): Promise<Buffer> {
  if (typeof body === 'string' || body instanceof Uint8Array) return Buffer.from(body as Uint8Array);
  const chunks: Buffer[] = [];
  for await (const chunk of body as AsyncIterable<Uint8Array>) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}
