import type {
  Distribution,
  DistributionConfig,
  DistributionSummary,
  GetDistributionConfigResult,
  GetDistributionResult,
  ListDistributionsResult,
  Tag,
} from '@aws-sdk/client-cloudfront';
import { AwsFailure } from '../../world/failure';
import type { Made } from '../stack';
import type { Members } from '../value';
import { distributionShape } from './distribution-shape';
import { waitUntil } from './poll';
import type { Looked, ResourceContext, ResourceProvider } from './provider';

/** What the shape makes of the properties; the caller reference is the driver's. */
interface DistributionProperties {
  readonly DistributionConfig: DistributionConfig;
  readonly Tags?: Tag[];
}

/** As much of a new distribution as anybody here asks for. */
interface Created {
  readonly Distribution?: Pick<Distribution, 'Id' | 'DomainName'>;
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
    const [operation, input] = Tags?.length
      ? [
          'CreateDistributionWithTags',
          { DistributionConfigWithTags: { DistributionConfig: named, Tags: { Items: Tags } } },
        ]
      : ['CreateDistribution', { DistributionConfig: named }];
    const look = async (): Promise<Looked<Created>> => {
      const found = await findByReference(context, named.CallerReference);
      return found ? { answer: { Distribution: found } } : { input };
    };
    const created = await context.call<Created>('cloudfront', operation, input, look);
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

const readConfig = (
  context: ResourceContext,
  made: Pick<Made, 'physicalId'>,
): Promise<GetDistributionConfigResult> =>
  context.call('cloudfront', 'GetDistributionConfig', { Id: made.physicalId });

async function putConfig(
  context: ResourceContext,
  { physicalId }: Made,
  { ETag }: GetDistributionConfigResult,
  config: DistributionConfig,
): Promise<void> {
  const input = { Id: physicalId, DistributionConfig: config };
  // The whole configuration again does no harm, but only under the ETag that is the current one by now.
  const look = async () => ({
    input: { ...input, IfMatch: (await readConfig(context, { physicalId })).ETag },
  });
  await context.call('cloudfront', 'UpdateDistribution', { ...input, IfMatch: ETag }, look);
  await waitUntilDeployed(context, physicalId);
}

/** The distribution that an unanswered creation has made, if it has: nobody else has its caller reference. */
async function findByReference(
  context: ResourceContext,
  reference: string,
): Promise<DistributionSummary | undefined> {
  let Marker: string | undefined;
  do {
    const { DistributionList: page } = await context.call<ListDistributionsResult>(
      'cloudfront',
      'ListDistributions',
      { Marker },
    );
    for (const each of page?.Items ?? []) {
      const { DistributionConfig } = await readConfig(context, { physicalId: each.Id! });
      if (DistributionConfig?.CallerReference === reference) return each;
    }
    Marker = page?.NextMarker;
  } while (Marker);
  return undefined;
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
