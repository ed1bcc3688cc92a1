import type {
  DistributionConfig,
  GetDistributionResult,
  ListDistributionsResult,
  ListDomainConflictsResult,
} from '@aws-sdk/client-cloudfront';
import type {
  CloudFrontPort,
  Distribution,
  DistributionEdit,
  ViewerCertificate,
} from '@cutover/alias-migration';
import { Failure } from '@cutover/handler-kit';
import { unlessAbsent } from './absent';
import type { AskAs } from './callers';
import type { Line } from './line';

/** CloudFront straight on the world. @param as who asks: the side's own account, or a role in it. */
export function cloudFrontInProcess(line: Line, as: AskAs): CloudFrontPort {
  const call = <O>(operation: string, input: object): O =>
    line.call<O>({ service: 'cloudfront', operation, input, caller: as() });
  return {
    findDistribution: async (id) =>
      unlessAbsent(() => distributionOf(call<GetDistributionResult>('GetDistribution', { Id: id }))),

    editDistribution: async (id, edit, etag) => {
      const read = call<{ DistributionConfig: DistributionConfig; ETag: string }>('GetDistributionConfig', {
        Id: id,
      });
      if (read.ETag !== etag)
        throw new Failure('Stale', 'lookAgain', 'NotStabilized', `${id} has changed since it was looked at.`);
      const input = { Id: id, IfMatch: etag, DistributionConfig: edited(read.DistributionConfig, edit) };
      call('UpdateDistribution', input);
    },

    moveAlias: async (alias, targetId, etag) => {
      call('UpdateDomainAssociation', {
        Domain: alias,
        TargetResource: { DistributionId: targetId },
        IfMatch: etag,
      });
    },

    associateAlias: async (alias, targetId) => {
      call('AssociateAlias', { Alias: alias, TargetDistributionId: targetId });
    },

    listDistributions: async () => {
      const { DistributionList } = call<ListDistributionsResult>('ListDistributions', {});
      return (DistributionList?.Items ?? []).map(({ Id = '', Aliases }) => ({
        id: Id,
        aliases: Aliases?.Items ?? [],
      }));
    },

    findConflicts: async (domain, targetId) => {
      const input = { Domain: domain, DomainControlValidationResource: { DistributionId: targetId } };
      const { DomainConflicts = [] } = call<ListDomainConflictsResult>('ListDomainConflicts', input);
      return DomainConflicts.map((conflict) => ({
        domain: conflict.Domain ?? '',
        distributionId: conflict.ResourceId ?? '',
        accountId: conflict.AccountId ?? '',
        kind: conflict.ResourceType === 'distribution' ? 'distribution' : 'distribution-tenant',
      }));
    },
  };
}

function edited(config: DistributionConfig, edit: DistributionEdit): DistributionConfig {
  const kept = (config.Aliases?.Items ?? []).filter((alias) => !edit.removeAliases.includes(alias));
  const aliases = [...kept, ...edit.addAliases.filter((alias) => !kept.includes(alias))];
  return {
    ...config,
    Aliases: { Quantity: aliases.length, ...(aliases.length > 0 && { Items: aliases }) },
    ...(edit.enabled !== undefined && { Enabled: edit.enabled }),
    ...(edit.certificate && { ViewerCertificate: certificateFor(edit.certificate) }),
  };
}

function certificateFor(certificate: ViewerCertificate): DistributionConfig['ViewerCertificate'] {
  if (certificate.kind === 'default') return { CloudFrontDefaultCertificate: true };
  if (certificate.kind === 'iam') return { IAMCertificateId: certificate.id };
  return {
    ACMCertificateArn: certificate.arn,
    SSLSupportMethod: certificate.sslSupportMethod as 'sni-only',
    MinimumProtocolVersion: certificate.minimumProtocolVersion as 'TLSv1.2_2021',
  };
}

function distributionOf({ Distribution: found, ETag }: GetDistributionResult): Distribution {
  if (!found?.DistributionConfig) throw new Error('GetDistribution answered without a configuration.');
  const config = found.DistributionConfig;
  return {
    id: found.Id ?? '',
    arn: found.ARN ?? '',
    accountId: found.ARN?.split(':')[4] ?? '',
    domainName: (found.DomainName ?? '').toLowerCase(),
    etag: ETag ?? '',
    deployed: found.Status === 'Deployed',
    enabled: config.Enabled ?? false,
    staging: config.Staging ?? false,
    tenantOnly: config.ConnectionMode === 'tenant-only',
    aliases: (config.Aliases?.Items ?? []).map((alias) => alias.toLowerCase()),
    certificate: certificateOf(config.ViewerCertificate),
    httpVersion: config.HttpVersion ?? 'http2',
    ipv6Enabled: config.IsIPV6Enabled ?? false,
    anycastIpListId: config.AnycastIpListId || undefined,
  };
}

function certificateOf(viewer: DistributionConfig['ViewerCertificate']): ViewerCertificate {
  if (viewer?.ACMCertificateArn)
    return {
      kind: 'acm',
      arn: viewer.ACMCertificateArn,
      sslSupportMethod: viewer.SSLSupportMethod ?? 'sni-only',
      minimumProtocolVersion: viewer.MinimumProtocolVersion ?? 'TLSv1',
    };
  return viewer?.IAMCertificateId ? { kind: 'iam', id: viewer.IAMCertificateId } : { kind: 'default' };
}
