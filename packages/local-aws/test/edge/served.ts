import type { DistributionConfig } from '@aws-sdk/client-cloudfront';
import type { Certificate, Edge, ServedConfig } from '../../src/world/world';

export const sourceAccount = '636696000000';
export const targetAccount = '310123456789';

export const certificateArnOf = (accountId: string): string =>
  `arn:aws:acm:us-east-1:${accountId}:certificate/1`;

/** The one certificate of an account. */
export const certificateOf = (accountId: string, names: readonly string[]): Certificate => ({
  arn: certificateArnOf(accountId),
  accountId,
  region: 'us-east-1',
  names: [...names],
  type: 'AMAZON_ISSUED',
  status: 'ISSUED',
  notBefore: 0,
  notAfter: Number.MAX_SAFE_INTEGER,
  keyAlgorithm: 'EC_prime256v1',
  tags: [],
});

/** A served distribution with one origin; its id is its origin's name, and its own domain begins with it. */
export function served(
  id: string,
  config: Partial<DistributionConfig> = {},
  accountId = sourceAccount,
): ServedConfig {
  return {
    distributionId: id,
    accountId,
    domainName: `d${id}.cloudfront.net`,
    config: {
      CallerReference: id,
      Comment: '',
      Enabled: true,
      Origins: { Quantity: 1, Items: [{ Id: 'main', DomainName: `${id}.example.net` }] },
      DefaultCacheBehavior: { TargetOriginId: 'main', ViewerProtocolPolicy: 'allow-all' },
      ...config,
    },
  };
}

export const aliases = (...items: string[]): Pick<DistributionConfig, 'Aliases'> => ({
  Aliases: { Quantity: items.length, Items: items },
});

export function edgeServing(...view: ServedConfig[]): Edge {
  return {
    name: 'FRA56-P4',
    address: '203.0.113.10',
    serving: new Map(view.map((each) => [each.distributionId, each])),
    queue: [],
    invalidated: [],
    functions: new Map(),
    stores: new Map(),
    arriving: [],
  };
}
