import type { Before } from './journal';
import { isCrossAccount, type Migration } from './migration';
import { enumerate } from './names';
import { longestTtlSeconds } from './records';

/** The plan in sentences: what will be done in which order, why so, and the way back at each point. */
export function explain(migration: Migration, before: Omit<Before, 'plan'>): string[] {
  const names = enumerate(migration.aliases);
  const source = migration.source.distributionId;
  const target = migration.target.distributionId;
  const choice = isCrossAccount(migration)
    ? 'the accounts differ, and the source must keep serving, so the names pass through a wildcard'
    : 'both distributions are in one account, where CloudFront moves a name in one step';
  const dns = migration.dns
    ? [
        `Point the records of ${names} to ${before.target.domainName}; wait for every name server and ${longestTtlSeconds(before.records)} s of old TTL. Way back: point them to ${before.source.domainName}.`,
      ]
    : ['DNS is left alone: the names keep leading to CloudFront through the old name.'];
  const bake = `Verify ${migration.verification.path} of every name at every address, then bake ${migration.verification.bakeMinutes} min; a bad answer puts the names back by itself.`;
  const steps =
    before.strategy === 'WILDCARD'
      ? [
          `Add ${enumerate(before.wildcards)}${migration.target.certificateArn ? ' with its certificate' : ''} to ${target}, wait until deployed. Way back: take it off.`,
          `Reach ${target} through an unused name under the wildcard, over real TLS.`,
          `Cutover: ${source} releases ${names}. Way back: one update that adds them again; the wildcard serves meanwhile.`,
          bake,
          ...dns,
          `${target} claims ${names} in place of the wildcard, in one update. Way back: DNS, wildcard, then the source again.`,
        ]
      : [
          `Cutover: move ${names} to ${target}, one call a name. Way back: the same call towards ${source}.`,
          bake,
          ...dns,
        ];
  return [`${before.strategy}: ${choice}.`, ...steps.map((step, index) => `${index + 1}. ${step}`)];
}
