import { AwsFailure } from '../failure';
import type { Operation } from '../operation';

interface GetServiceQuotaInput {
  readonly ServiceCode: string;
  readonly QuotaCode: string;
}

/** The quotas of CloudFront are global, and asked for in us-east-1; of these only what the world has a knob for. */
const webDistributions = 'L-24B04930';

export const getServiceQuota: Operation<GetServiceQuotaInput> = {
  service: 'servicequotas',
  name: 'GetServiceQuota',
  needs: () => [{ action: 'servicequotas:GetServiceQuota', resource: '*' }],
  perform: ({ knobs }, { ServiceCode, QuotaCode }, { region }) => {
    if (ServiceCode !== 'cloudfront' || QuotaCode !== webDistributions || region !== 'us-east-1')
      throw new AwsFailure(
        'NoSuchResourceException',
        400,
        'The request failed because the specified service quota does not exist.',
      );
    return {
      Quota: {
        ServiceCode,
        ServiceName: 'Amazon CloudFront',
        QuotaCode,
        QuotaName: 'Web distributions per AWS account',
        Value: knobs.distributionQuota,
        Unit: 'None',
        Adjustable: true,
        GlobalQuota: true,
      },
    };
  },
};
