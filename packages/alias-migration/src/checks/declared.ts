import { isCrossAccount, type Migration } from '../migration';
import type { Finding } from './check';

/** What the properties say by themselves, before any call. */
export function findInDeclaration(migration: Migration): Finding | undefined {
  const { source, target, accountId } = migration;
  if (source.distributionId === target.distributionId)
    return {
      property: 'Target.DistributionId',
      found: `${target.distributionId} is the source too.`,
      remedy: 'Name the distribution that the aliases should move to.',
    };
  if (migration.deletionBehavior === 'RELEASE' && !migration.dns)
    return {
      property: 'DeletionBehavior',
      found:
        'RELEASE lets a name go only when DNS no longer leads to it, but no hosted zone is given to see that.',
      remedy: 'Set Dns.HostedZoneId, or use KEEP and take the names off by hand.',
    };
  return isCrossAccount(migration) && !source.roleArn
    ? {
        property: 'Source.RoleArn',
        found: `the source is in account ${source.accountId}, the stack in ${accountId}, and no role is given.`,
        remedy:
          'Make a role there that trusts this account and may read and update the distribution, and name it here.',
      }
    : undefined;
}
