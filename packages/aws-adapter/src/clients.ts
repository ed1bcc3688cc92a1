import type { ACMClient } from '@aws-sdk/client-acm';
import type { CloudFrontClient } from '@aws-sdk/client-cloudfront';
import type { CloudWatchClient } from '@aws-sdk/client-cloudwatch';
import type { Route53Client } from '@aws-sdk/client-route-53';
import type { SSMClient } from '@aws-sdk/client-ssm';
import { lazy, type RequestHandler, settingsOf } from './client-settings';
import type { AssumableRole, AwsCredentials } from './credentials';

export interface ClientsOptions {
  /** The caller's own keys: the account of the stack, where the target is. */
  readonly credentials: AwsCredentials;
  /** Names the sessions of assumed roles, so that CloudTrail of both accounts tells which migration it was. */
  readonly migrationId: string;
  /** Left out: the source is in the target's account. */
  readonly sourceRole?: AssumableRole;
  /** Left out: the hosted zone is in the target's account. */
  readonly dnsRole?: AssumableRole;
  readonly requestHandler?: RequestHandler;
}

/**
 * SDK clients, each loaded and made when it is first asked for: a turn loads no client, and assumes no role, that it
 * does not need. `sdk/` has one file for each, because a bundler keeps all that a dynamic import might ask for.
 */
export interface Clients {
  readonly targetCloudFront: () => Promise<CloudFrontClient>;
  readonly sourceCloudFront: () => Promise<CloudFrontClient>;
  readonly route53: () => Promise<Route53Client>;
  readonly acm: () => Promise<ACMClient>;
  readonly ssm: () => Promise<SSMClient>;
  readonly cloudWatchIn: (region: string) => Promise<CloudWatchClient>;
}

/** @returns clients that ask as the caller, or as the roles that the caller may assume. */
export function clientsOf(options: ClientsOptions): Clients {
  const asCaller = settingsOf(options.credentials, options.requestHandler);
  const as = async (role: AssumableRole | undefined) => {
    if (role === undefined) return asCaller;
    const { STSClient, assumeRole } = await import('./sdk/sts');
    return { ...asCaller, credentials: await assumeRole(new STSClient(asCaller), role, options.migrationId) };
  };
  const cloudFrontAs = async (role: AssumableRole | undefined) => {
    const { CloudFrontClient } = await import('./sdk/cloudfront');
    return new CloudFrontClient(await as(role));
  };

  const targetCloudFront = lazy(() => cloudFrontAs(undefined));
  return {
    targetCloudFront,
    sourceCloudFront:
      options.sourceRole === undefined ? targetCloudFront : lazy(() => cloudFrontAs(options.sourceRole)),
    route53: lazy(async () => {
      const { Route53Client } = await import('./sdk/route-53');
      return new Route53Client(await as(options.dnsRole));
    }),
    acm: lazy(async () => new (await import('./sdk/acm')).ACMClient(asCaller)),
    cloudWatchIn: async (region) =>
      new (await import('./sdk/cloudwatch')).CloudWatchClient({ ...asCaller, region }),
    ssm: lazy(async () => new (await import('./sdk/ssm')).SSMClient(asCaller)),
  };
}
