import { plainName } from '../../../dns/names';
import { resolve } from '../../../dns/resolver';
import type { World } from '../../world';
import { aliasPointsElsewhere } from '../failures';
import { aliasesOf } from '../registry';
import { aliasTargetOf } from './alias-record';
import type { Check } from './proposal';

/**
 * CloudFront looks up each name that is to be added, through a resolver of its own that caches like any other. A
 * name that leads to another distribution's domain name is refused, whoever holds the name and whether that
 * distribution still exists. No record at all, or one that leads away from CloudFront, is fine.
 */
export const dns: Check = (world, { current, config, added }) => {
  for (const alias of world.knobs.dnsCheckOf === 'all' ? aliasesOf(config) : added) {
    const pointsTo = distributionBehind(world, alias);
    if (pointsTo && pointsTo !== current?.domainName) throw aliasPointsElsewhere();
  }
};

/**
 * The distribution's domain name at the end of the chain. A Route 53 ALIAS answers with addresses, and every
 * report fits that CloudFront does not see through one; the knob `dnsCheckSeesAlias` says otherwise.
 */
function distributionBehind(world: World, alias: string): string | undefined {
  const { answers } = resolve(world, world.cloudFrontResolverCache, alias, 'A', world.now);
  const chain = answers.filter((answer) => answer.type === 'CNAME').map((answer) => plainName(answer.data));
  if (world.knobs.dnsCheckSeesAlias) {
    const target = aliasTargetOf(world, chain.at(-1) ?? alias);
    if (target) chain.push(plainName(target));
  }
  return chain.findLast((name) => name.endsWith('.cloudfront.net'));
}
