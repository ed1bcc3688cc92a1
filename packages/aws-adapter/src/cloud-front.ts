import {
  AssociateAliasCommand,
  type CloudFrontClient,
  type Distribution as CloudFrontDistribution,
  type DomainConflict,
  GetDistributionCommand,
  ListDomainConflictsCommand,
  UpdateDomainAssociationCommand,
} from '@aws-sdk/client-cloudfront';
import type {
  AliasHolder,
  CloudFrontPort,
  Distribution,
  DistributionEdit,
  DistributionSummary,
  Side,
} from '@cutover/alias-migration';
import { attempt, attemptUnless } from './failures/attempt';
import type { Call } from './failures/read';
import { changedMeanwhile } from './failures/stale';
import { listedDistributions } from './listed-distributions';
import { getRawConfig, putRawConfig } from './raw-config';
import { viewerCertificateOf } from './viewer-certificate';
import { editDistributionConfig } from './xml/distribution-config';

const call = (operation: string, resource: string): Call => ({ service: 'CloudFront', operation, resource });

/** @param side goes into messages: in whose account, as which role, the question was asked. */
export function cloudFrontPort(client: () => Promise<CloudFrontClient>, side: Side): CloudFrontPort {
  const distribution = (id: string): string => `distribution ${id} (asked in the account of the ${side})`;
  return {
    findDistribution: (id) =>
      attemptUnless('Absent', call('GetDistribution', distribution(id)), async () => {
        const answer = await (await client()).send(new GetDistributionCommand({ Id: id }));
        return distributionOf(answer.Distribution, answer.ETag);
      }),

    editDistribution: (id, edit, etag) => editDistribution(client, id, edit, etag, distribution(id)),

    moveAlias: (alias, targetId, targetEtag) =>
      attempt(call('UpdateDomainAssociation', `${alias} to ${distribution(targetId)}`), async () => {
        const command = new UpdateDomainAssociationCommand({
          Domain: alias,
          TargetResource: { DistributionId: targetId },
          IfMatch: targetEtag,
        });
        await (await client()).send(command);
      }),

    associateAlias: (alias, targetId) =>
      attempt(call('AssociateAlias', `${alias} to ${distribution(targetId)}`), async () => {
        await (await client()).send(
          new AssociateAliasCommand({ Alias: alias, TargetDistributionId: targetId }),
        );
      }),

    listDistributions: () =>
      attempt(call('ListDistributions', `distributions (asked in the account of the ${side})`), async () =>
        listDistributions(await client()),
      ),

    findConflicts: (domain, targetId) =>
      attempt(call('ListDomainConflicts', `${domain} for ${distribution(targetId)}`), async () =>
        listConflicts(await client(), domain, targetId),
      ),
  };
}

async function editDistribution(
  client: () => Promise<CloudFrontClient>,
  id: string,
  edit: DistributionEdit,
  etag: string,
  resource: string,
): Promise<void> {
  const read = await attempt(call('GetDistributionConfig', resource), async () =>
    getRawConfig(await client(), id),
  );
  // The edit was planned on another state than the one that came back: look again before anything is changed.
  if (read.etag !== etag) throw changedMeanwhile(resource, etag, read.etag, 'GetDistributionConfig');
  await attempt(call('UpdateDistribution', resource), async () =>
    putRawConfig(await client(), id, { xml: editDistributionConfig(read.xml, edit), etag }),
  );
}

async function listConflicts(
  client: CloudFrontClient,
  domain: string,
  targetId: string,
): Promise<AliasHolder[]> {
  const holders: AliasHolder[] = [];
  for (let marker: string | undefined, more = true; more; more = marker !== undefined) {
    const command: ListDomainConflictsCommand = new ListDomainConflictsCommand({
      Domain: domain,
      DomainControlValidationResource: { DistributionId: targetId },
      Marker: marker,
    });
    const page = await client.send(command);
    holders.push(...(page.DomainConflicts ?? []).map(holderOf));
    marker = page.NextMarker || undefined;
  }
  return holders;
}

async function listDistributions(client: CloudFrontClient): Promise<DistributionSummary[]> {
  const found: DistributionSummary[] = [];
  for await (const { Id = '', Aliases } of listedDistributions(client))
    found.push({ id: Id, aliases: (Aliases?.Items ?? []).map((alias) => alias.toLowerCase()) });
  return found;
}

const holderOf = (conflict: DomainConflict): AliasHolder => ({
  domain: (conflict.Domain ?? '').toLowerCase(),
  distributionId: conflict.ResourceId ?? '',
  accountId: conflict.AccountId ?? '',
  kind: conflict.ResourceType === 'distribution-tenant' ? 'distribution-tenant' : 'distribution',
});

function distributionOf(answer: CloudFrontDistribution | undefined, etag: string | undefined): Distribution {
  const config = answer?.DistributionConfig;
  if (answer === undefined || config === undefined) throw new Error('the answer holds no distribution');
  const arn = answer.ARN ?? '';
  return {
    id: answer.Id ?? '',
    arn,
    accountId: arn.split(':')[4] ?? '',
    domainName: (answer.DomainName ?? '').toLowerCase(),
    etag: etag ?? '',
    deployed: answer.Status === 'Deployed',
    enabled: config.Enabled ?? false,
    staging: config.Staging ?? false,
    tenantOnly: config.ConnectionMode === 'tenant-only',
    aliases: (config.Aliases?.Items ?? []).map((alias) => alias.toLowerCase()),
    certificate: viewerCertificateOf(config.ViewerCertificate),
    // The API's own default, which it leaves out of nothing; old configurations may lack the member.
    httpVersion: config.HttpVersion ?? 'http1.1',
    ipv6Enabled: config.IsIPV6Enabled ?? false,
    anycastIpListId: config.AnycastIpListId || undefined,
  };
}
