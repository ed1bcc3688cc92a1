import { plainConfig, seedCertificate, seedDistribution, type World } from '@cutover/local-aws';

export const account = { id: '111111111111', name: 'bench' };
export const name = 'a.example.com';
export const distributionId = 'E1BENCHBENCH01';
export const originDomainName = 'origin.example.net';
export const startedAt = Date.now();

const certificateArn = `arn:aws:acm:us-east-1:${account.id}:certificate/bench`;

const config = plainConfig({
  reference: 'bench',
  originDomainName,
  aliases: [name],
  certificateArn,
});

/** One distribution with one alias, served everywhere. */
export function fill(world: World): void {
  seedCertificate(world, { accountId: account.id, arn: certificateArn, names: [name] });
  seedDistribution(world, { accountId: account.id, id: distributionId, config });
}
