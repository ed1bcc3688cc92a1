import type { DistributionConfig } from '@aws-sdk/client-cloudfront';
import { withDefaults } from '../world/cloudfront/defaults';
import { moveAlias } from '../world/cloudfront/moving/move';
import { plainConfig } from '../world/cloudfront/plain-config';
import { aliasesOf, claimantOf, holderOf } from '../world/cloudfront/registry';
import { addDistribution } from '../world/cloudfront/write';
import { seedCertificate } from '../world/seed';
import type { Distribution, World } from '../world/world';
import type { FaultKind, Strike } from './kind';

/** An account that plays no part in any rehearsal. */
const strangersAccount = '999999999999';

export const stolen: FaultKind = {
  kind: 'stolen',
  sentence:
    'Somebody else has the name just before the call that would claim or move it: a stranger takes a free one, another distribution of its account one that is held.',
  settings: {},
  lasts: true,
  canStrike: (service, operation) => service === 'cloudfront' && claimsOf.has(operation),
  meanwhile: (strike) => {
    const { world, request } = strike;
    const names = claimsOf.get(request.operation)?.(strike) ?? [];
    const free = names.filter((name) => !claimantOf(world, name));
    if (free.length) strangerIn(world, strangersAccount, free, free);
    for (const name of names) {
      const holder = holderOf(world, name);
      if (holder && !free.includes(name))
        moveAlias(world, name, holder, strangerIn(world, holder.accountId, [name], []));
    }
  },
};

/** The names that a call is after, and does not have yet. */
const claimsOf = new Map<string, (strike: Strike) => readonly string[]>([
  ['CreateDistribution', ({ world, request }) => freeIn(world, request.input)],
  ['UpdateDistribution', ({ world, request }) => freeIn(world, request.input)],
  ['AssociateAlias', ({ request }) => [(request.input as { Alias?: string }).Alias ?? '']],
  ['UpdateDomainAssociation', ({ request }) => [(request.input as { Domain?: string }).Domain ?? '']],
]);

/** Nobody can take a name by force: of those in a configuration only the free ones can be lost. */
const freeIn = (world: World, input: unknown): string[] => {
  const { DistributionConfig: config } = input as { DistributionConfig?: DistributionConfig };
  return aliasesOf(config).filter((name) => !claimantOf(world, name));
};

/** A distribution that nobody in the rehearsal knows, with a certificate for these names. */
function strangerIn(
  world: World,
  accountId: string,
  covered: readonly string[],
  aliases: readonly string[],
): Distribution {
  const arn = `arn:aws:acm:us-east-1:${accountId}:certificate/stranger-${world.sequence++}`;
  seedCertificate(world, { accountId, arn, names: covered });
  const config = withDefaults(
    plainConfig({
      reference: arn,
      originDomainName: 'stranger.example.org',
      aliases,
      certificateArn: arn,
    }),
  );
  return addDistribution(world, accountId, config, []);
}
