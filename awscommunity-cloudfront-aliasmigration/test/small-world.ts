import {
  type LocalAws,
  plainConfig,
  seedCertificate,
  seedDistribution,
  seedHostedZone,
  startLocalAws,
} from '@cutover/local-aws';
import type { Properties } from '../src/codec';
import { ACCOUNT } from './cloudformation';

export const ALIAS = 'a.example.com';
const SOURCE = 'E1111111SOURCE';
export const TARGET = 'E2222222TARGET';
const CERTIFICATE = `arn:aws:acm:us-east-1:${ACCOUNT}:certificate/example`;

/** The smallest move: one alias, one account, DNS left alone. */
export const declared: Properties = {
  Aliases: [ALIAS],
  Target: { DistributionId: TARGET },
  Source: { DistributionId: SOURCE },
  Verification: { MinConsecutive: 1, BakeMinutes: 0 },
};

/** An account with the two distributions and the alias on the first; and an account whose roles nobody may assume. */
export async function startSmallWorld(): Promise<LocalAws> {
  const aws = await startLocalAws({
    seed: 'bundle',
    startedAt: Date.UTC(2026, 0, 1),
    accounts: [
      { id: ACCOUNT, name: 'target' },
      { id: '636696000000', name: 'source' },
    ],
    knobs: { edgeCount: 2, deployTailSeconds: [5, 20], callLatencyMs: [20, 60] },
    origins: [{ domainName: 'origin.example.net', rules: [] }],
  });
  const { world } = aws;
  seedCertificate(world, { accountId: ACCOUNT, arn: CERTIFICATE, names: ['*.example.com'] });
  for (const [id, aliases] of [
    [SOURCE, [ALIAS]],
    [TARGET, []],
  ] as const)
    seedDistribution(world, {
      accountId: ACCOUNT,
      id,
      domainName: `${id.toLowerCase()}.cloudfront.net`,
      config: plainConfig({
        reference: id,
        originDomainName: 'origin.example.net',
        aliases,
        certificateArn: CERTIFICATE,
      }),
    });
  seedHostedZone(world, {
    accountId: ACCOUNT,
    id: 'ZEXAMPLE',
    name: 'example.com',
    records: [
      {
        Name: `${ALIAS}.`,
        Type: 'CNAME',
        TTL: 60,
        ResourceRecords: [{ Value: `${SOURCE.toLowerCase()}.cloudfront.net` }],
      },
    ],
  });
  return aws;
}
