// The key value stores' API is signed with SigV4A, which its client takes from here.
import '@aws-sdk/signature-v4a';
import { Agent } from 'node:http';
import type { LookupFunction } from 'node:net';
import { ACMClient } from '@aws-sdk/client-acm';
import { CloudFormationClient } from '@aws-sdk/client-cloudformation';
import { CloudFrontClient } from '@aws-sdk/client-cloudfront';
import { CloudFrontKeyValueStoreClient } from '@aws-sdk/client-cloudfront-keyvaluestore';
import { Route53Client } from '@aws-sdk/client-route-53';
import { S3Client } from '@aws-sdk/client-s3';
import { SSMClient } from '@aws-sdk/client-ssm';
import { STSClient } from '@aws-sdk/client-sts';

/** The client of key value stores asks `111122223333.localhost`, which not every machine's resolver knows. */
const lookup: LookupFunction = (_host, { all }, found) => {
  if (all) found(null, [{ address: '127.0.0.1', family: 4 }]);
  else found(null, '127.0.0.1', 4);
};
export const toLoopback = { httpAgent: new Agent({ lookup }) };

/** The real clients, with nothing changed but the endpoint; twelve digits as key make one the account's administrator. */
export function clientsFor(port: number, accountId: string, session?: { key: string; token: string }) {
  const settings = {
    endpoint: `http://127.0.0.1:${port}`,
    region: 'us-east-1',
    credentials: {
      accessKeyId: session?.key ?? accountId,
      secretAccessKey: 'any',
      ...(session && { sessionToken: session.token }),
    },
    maxAttempts: 1,
  };
  const clients = {
    acm: new ACMClient(settings),
    cloudformation: new CloudFormationClient(settings),
    cloudfront: new CloudFrontClient(settings),
    keyValueStore: new CloudFrontKeyValueStoreClient({
      ...settings,
      endpoint: `http://localhost:${port}`,
      requestHandler: toLoopback,
    }),
    route53: new Route53Client(settings),
    s3: new S3Client(settings),
    ssm: new SSMClient(settings),
    sts: new STSClient(settings),
  };
  const destroy = () => {
    for (const client of Object.values(clients)) client.destroy();
  };
  return { ...clients, destroy };
}
