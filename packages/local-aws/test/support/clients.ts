import { ACMClient } from '@aws-sdk/client-acm';
import { CloudFormationClient } from '@aws-sdk/client-cloudformation';
import { CloudFrontClient } from '@aws-sdk/client-cloudfront';
import { Route53Client } from '@aws-sdk/client-route-53';
import { SSMClient } from '@aws-sdk/client-ssm';
import { STSClient } from '@aws-sdk/client-sts';

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
    route53: new Route53Client(settings),
    ssm: new SSMClient(settings),
    sts: new STSClient(settings),
  };
  const destroy = () => {
    for (const client of Object.values(clients)) client.destroy();
  };
  return { ...clients, destroy };
}
