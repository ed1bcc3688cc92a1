import { CloudFrontClient } from '@aws-sdk/client-cloudfront';
import { REGION } from '../client-settings';
import type { AwsCredentials } from '../credentials';
import { attempt, attemptUnless } from '../failures/attempt';
import { callJsonApi } from '../json-api/call';
import { listedDistributions } from '../listed-distributions';

const codeConnections = {
  service: 'codeconnections',
  target: 'com.amazonaws.codeconnections.CodeConnections_20231201',
  version: '1.0',
} as const;
const systemsManager = { service: 'ssm', target: 'AmazonSSM' };
const serviceQuotas = { service: 'servicequotas', target: 'ServiceQuotasV20190624' };

export type ConnectionStatus = 'PENDING' | 'AVAILABLE' | 'ERROR';

/** What a release stands on beside the registry: connections to repositories, parameters of fixtures, CloudFront's quotas. */
export interface Readiness {
  /** undefined where there is none. */
  connection(arn: string): Promise<ConnectionStatus | undefined>;
  /** As it is applied to the account; undefined where Service Quotas does not know it. */
  cloudFrontQuota(code: string): Promise<number | undefined>;
  /** Those of these names of Parameter Store, ten at most, that a region does not have. */
  missingParameters(region: string, names: readonly string[]): Promise<readonly string[]>;
  /** Distributions that the account has. */
  distributions(): Promise<number>;
}

/** @param endpoint in place of AWS's own, for the services without a client */
export function readinessOf(credentials: AwsCredentials, endpoint?: string): Readiness {
  return {
    connection: async (arn) => {
      // A connection is known in its own region only.
      const region = arn.split(':')[3] || REGION;
      const call = { service: 'CodeConnections', operation: 'GetConnection', resource: arn } as const;
      const answer = await attemptUnless('Absent', call, () =>
        callJsonApi({ region, credentials, endpoint }, codeConnections, 'GetConnection', {
          ConnectionArn: arn,
        }),
      );
      return (answer as { readonly Connection?: { readonly ConnectionStatus: ConnectionStatus } } | undefined)
        ?.Connection?.ConnectionStatus;
    },

    cloudFrontQuota: async (code) => {
      const resource = `CloudFront's quota ${code}`;
      const call = { service: 'Service Quotas', operation: 'GetServiceQuota', resource } as const;
      const input = { ServiceCode: 'cloudfront', QuotaCode: code };
      const answer = await attemptUnless('Absent', call, () =>
        callJsonApi({ region: REGION, credentials, endpoint }, serviceQuotas, 'GetServiceQuota', input),
      );
      return (answer as { readonly Quota?: { readonly Value?: number } } | undefined)?.Quota?.Value;
    },

    missingParameters: async (region, names) => {
      const call = {
        service: 'SSM',
        operation: 'GetParameters',
        resource: `${names.join(', ')} in ${region}`,
      } as const;
      const answer = await attempt(call, () =>
        callJsonApi({ region, credentials, endpoint }, systemsManager, 'GetParameters', { Names: names }),
      );
      return (answer as { readonly InvalidParameters?: readonly string[] }).InvalidParameters ?? [];
    },

    distributions: () => {
      const call = {
        service: 'CloudFront',
        operation: 'ListDistributions',
        resource: 'this account',
      } as const;
      return attempt(call, async () => {
        const client = new CloudFrontClient({ region: REGION, credentials });
        let count = 0;
        for await (const _ of listedDistributions(client)) count++;
        return count;
      });
    },
  };
}
