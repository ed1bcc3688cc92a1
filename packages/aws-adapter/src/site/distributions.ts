import {
  type CloudFrontClient,
  CreateDistributionWithTagsCommand,
  DeleteDistributionCommand,
  type Distribution,
  GetDistributionCommand,
} from '@aws-sdk/client-cloudfront';
import type {
  DistributionDraft,
  DistributionPort,
  SiteDistribution,
  SiteDistributionEdit,
} from '@cutover/redirect-site';
import { attempt, attemptUnless } from '../failures/attempt';
import type { Call } from '../failures/read';
import { changedMeanwhile } from '../failures/stale';
import { listedDistributions } from '../listed-distributions';
import { getRawConfig, putRawConfig } from '../raw-config';
import { editSiteConfig } from '../xml/site-config';
import { managedConfig, originIdOf } from './managed-distribution';
import { settingsIn } from './settings';
import { tagsOf } from './tags';

const call = (operation: string, resource: string): Call => ({ service: 'CloudFront', operation, resource });
const distribution = (id: string): string => `distribution ${id}`;

/** Distributions that answer with redirects. */
export function distributionPort(client: () => Promise<CloudFrontClient>): DistributionPort {
  const find = (id: string) =>
    attemptUnless('Absent', call('GetDistribution', distribution(id)), async () => {
      const answer = await (await client()).send(new GetDistributionCommand({ Id: id }));
      return distributionOf(answer.Distribution, answer.ETag);
    });
  return {
    find,
    findMade: async (callerReference) => {
      const id = await attempt(call('ListDistributions', `distribution of ${callerReference}`), async () =>
        findByOrigin(await client(), originIdOf(callerReference)),
      );
      return id === undefined ? undefined : find(id);
    },
    findHolders: (names) =>
      attempt(call('ListDistributions', `distributions with ${names.join(', ')}`), async () =>
        findHolders(await client(), names),
      ),
    create: (draft) =>
      attempt(call('CreateDistributionWithTags', `distribution of ${draft.callerReference}`), async () =>
        create(await client(), draft),
      ),
    edit: (id, edit, etag) => editDistribution(client, id, edit, etag),
    remove: (id, etag) =>
      attempt(call('DeleteDistribution', distribution(id)), async () => {
        await (await client()).send(new DeleteDistributionCommand({ Id: id, IfMatch: etag }));
      }),
  };
}

async function create(client: CloudFrontClient, draft: DistributionDraft): Promise<SiteDistribution> {
  const command = new CreateDistributionWithTagsCommand({
    DistributionConfigWithTags: {
      DistributionConfig: managedConfig(draft),
      Tags: { Items: tagsOf(draft.tags) },
    },
  });
  const answer = await client.send(command);
  return distributionOf(answer.Distribution, answer.ETag);
}

async function findByOrigin(client: CloudFrontClient, originId: string): Promise<string | undefined> {
  for await (const { Id, Origins } of listedDistributions(client))
    if (Origins?.Items?.some((origin) => origin.Id === originId)) return Id;
  return undefined;
}

async function findHolders(client: CloudFrontClient, names: readonly string[]): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for await (const { Id = '', Aliases } of listedDistributions(client))
    for (const alias of Aliases?.Items ?? [])
      if (names.includes(alias.toLowerCase())) found.set(alias.toLowerCase(), Id);
  return found;
}

async function editDistribution(
  client: () => Promise<CloudFrontClient>,
  id: string,
  edit: SiteDistributionEdit,
  etag: string,
): Promise<void> {
  const read = await attempt(call('GetDistributionConfig', distribution(id)), async () =>
    getRawConfig(await client(), id),
  );
  if (read.etag !== etag) throw changedMeanwhile(distribution(id), etag, read.etag, 'GetDistributionConfig');
  await attempt(call('UpdateDistribution', distribution(id)), async () =>
    putRawConfig(await client(), id, { xml: editSiteConfig(read.xml, edit), etag }),
  );
}

function distributionOf(answer: Distribution | undefined, etag: string | undefined): SiteDistribution {
  const config = answer?.DistributionConfig;
  if (answer === undefined || config === undefined) throw new Error('the answer holds no distribution');
  const associations = config.DefaultCacheBehavior?.FunctionAssociations?.Items ?? [];
  return {
    id: answer.Id ?? '',
    arn: answer.ARN ?? '',
    domainName: (answer.DomainName ?? '').toLowerCase(),
    etag: etag ?? '',
    deployed: answer.Status === 'Deployed',
    enabled: config.Enabled ?? false,
    aliases: (config.Aliases?.Items ?? []).map((alias) => alias.toLowerCase()),
    certificateArn: config.ViewerCertificate?.ACMCertificateArn || undefined,
    functionArn: associations.find(({ EventType }) => EventType === 'viewer-request')?.FunctionARN,
    ipv6Enabled: config.IsIPV6Enabled ?? false,
    settings: settingsIn(config),
  };
}
