import type {
  CreateDistributionResult,
  DistributionConfig,
  GetDistributionConfigResult,
  GetDistributionResult,
  Tag,
} from '@aws-sdk/client-cloudfront';
import { AwsFailure } from '../../world/failure';
import type { Made } from '../stack';
import type { Members } from '../value';
import { distributionShape } from './distribution-shape';
import { waitUntil } from './poll';
import type { ResourceContext, ResourceProvider } from './provider';

/** What the shape makes of the properties; the caller reference is the driver's. */
interface DistributionProperties {
  readonly DistributionConfig: DistributionConfig;
  readonly Tags?: Tag[];
}

const toApi = (properties: Members): DistributionProperties =>
  distributionShape.toApi(properties) as DistributionProperties;

/** AWS::CloudFront::Distribution. Ref is the id. Made, changed and disabled mean deployed on every edge. */
export const distributionProvider: ResourceProvider = {
  type: 'AWS::CloudFront::Distribution',
  attributes: ['Id', 'DomainName'],
  createOnly: [],
  // Tags go by calls of their own, which the driver does not make.
  unchangeable: ['Tags'],
  problems: (properties, at) => distributionShape.problems(properties, at),

  create: async (context, properties) => {
    const { DistributionConfig: config, Tags } = toApi(properties);
    const named = { ...config, CallerReference: context.requestToken };
    const created = Tags?.length
      ? await context.call<CreateDistributionResult>('cloudfront', 'CreateDistributionWithTags', {
          DistributionConfigWithTags: { DistributionConfig: named, Tags: { Items: Tags } },
        })
      : await context.call<CreateDistributionResult>('cloudfront', 'CreateDistribution', {
          DistributionConfig: named,
        });
    const { Id, DomainName } = created.Distribution!;
    const made = { physicalId: Id!, attributes: { Id: Id!, DomainName: DomainName! } };
    context.begun(made);
    await waitUntilDeployed(context, Id!);
    return made;
  },

  update: async (context, made, properties) => {
    const current = await readConfig(context, made);
    // The template's configuration replaces all there is: what somebody else added to it meanwhile is gone, an
    // alias too. CloudFormation does just that.
    await putConfig(context, made, current, {
      ...toApi(properties).DistributionConfig,
      CallerReference: current.DistributionConfig!.CallerReference!,
    });
    return made;
  },

  delete: async (context, made) => {
    try {
      const current = await readConfig(context, made);
      const { Enabled } = current.DistributionConfig!;
      if (Enabled)
        await putConfig(context, made, current, { ...current.DistributionConfig!, Enabled: false });
      // Also one that somebody else disabled goes only when every edge has heard of it.
      else await waitUntilDeployed(context, made.physicalId);
      const { ETag: etag } = Enabled ? await readConfig(context, made) : current;
      await context.call('cloudfront', 'DeleteDistribution', { Id: made.physicalId, IfMatch: etag });
    } catch (error) {
      if (!(error instanceof AwsFailure && error.code === 'NoSuchDistribution')) throw error;
    }
  },
};

const readConfig = (context: ResourceContext, made: Made): Promise<GetDistributionConfigResult> =>
  context.call('cloudfront', 'GetDistributionConfig', { Id: made.physicalId });

async function putConfig(
  context: ResourceContext,
  { physicalId }: Made,
  { ETag }: GetDistributionConfigResult,
  config: DistributionConfig,
): Promise<void> {
  await context.call('cloudfront', 'UpdateDistribution', {
    Id: physicalId,
    IfMatch: ETag,
    DistributionConfig: config,
  });
  await waitUntilDeployed(context, physicalId);
}

const waitUntilDeployed = (context: ResourceContext, id: string): Promise<void> =>
  waitUntil(
    context,
    `distribution ${id} was not deployed`,
    { everySeconds: 30, limitMinutes: 60 },
    async () => {
      const { Distribution } = await context.call<GetDistributionResult>('cloudfront', 'GetDistribution', {
        Id: id,
      });
      return Distribution?.Status === 'Deployed';
    },
  );
