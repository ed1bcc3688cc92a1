import { type LocalAws, seedRole, startLocalAws } from '@cutover/local-aws';

/** As local_aws.py counts them. */
const firstAccount = 100_000_000_000;
const pairs = 100;
const externalId = 'move-of-example-com';

/** So fast that a deployment takes half a second. */
const speed = 400;

/** A local AWS whose clock runs fast, with a pair of accounts for every case: the second may be a role in the first. */
export async function startManyAccounts(): Promise<LocalAws> {
  const startedAt = Date.now();
  let skippedMs = 0;
  const ids = Array.from({ length: 2 * pairs }, (_, n) => String(firstAccount + n));
  const aws = await startLocalAws({
    seed: 'foreign clients',
    startedAt,
    wallClock: () => startedAt + (Date.now() - startedAt) * speed + skippedMs,
    skip: (seconds) => {
      skippedMs += seconds * 1000;
    },
    accounts: ids.map((id) => ({ id, name: id })),
  });
  for (let n = 0; n < ids.length; n += 2) grant(aws, ids[n]!, ids[n + 1]!);
  return aws;
}

/** The role of examples/cross-account/source/access.yml, for a distribution of any id. */
function grant({ world }: LocalAws, source: string, target: string): void {
  seedRole(world, {
    arn: `arn:aws:iam::${source}:role/mover`,
    name: 'mover',
    accountId: source,
    trust: {
      Statement: [
        {
          Effect: 'Allow',
          Action: 'sts:AssumeRole',
          Principal: { AWS: `arn:aws:iam::${target}:root` },
          Condition: { StringEquals: { 'sts:ExternalId': externalId } },
        },
      ],
    },
    policies: [
      {
        Statement: [
          {
            Effect: 'Allow',
            Action: [
              'cloudfront:GetDistribution',
              'cloudfront:GetDistributionConfig',
              'cloudfront:UpdateDistribution',
              'cloudfront:UpdateDomainAssociation',
            ],
            Resource: `arn:aws:cloudfront::${source}:distribution/*`,
          },
        ],
      },
    ],
  });
}
