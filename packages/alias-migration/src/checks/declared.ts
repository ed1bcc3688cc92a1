import { isCrossAccount, type Migration } from '../migration';
import { enumerate } from '../names';
import type { Finding } from './check';
import { findInDns } from './declared-dns';
import { findInWishes } from './wishes';

/** What the properties say by themselves, before any call. */
export function findInDeclaration(migration: Migration): Finding | undefined {
  const { source, target, accountId } = migration;
  if (source.distributionId === target.distributionId)
    return {
      property: 'Target.DistributionId',
      found: `${target.distributionId} is the source too.`,
      remedy: 'Name the distribution that the aliases should move to.',
    };
  const wave = findInWaves(migration);
  if (wave) return wave;
  const wish = findInWishes(migration);
  if (wish) return wish;
  const dns = findInDns(migration);
  if (dns) return dns;
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

/** Each alias moves once: a name in two waves, or one that is not declared, is a slip of the pen. */
function findInWaves({ waves = [], aliases }: Migration): Finding | undefined {
  const names = waves.flat();
  const unknown = names.filter((name) => !aliases.includes(name));
  const twice = names.filter((name, index) => names.indexOf(name) !== index);
  if (unknown.length > 0)
    return {
      property: 'Waves',
      found: `${enumerate(unknown)} ${unknown.length === 1 ? 'is' : 'are'} not in Aliases.`,
      remedy: 'Correct the names, or declare them in Aliases too.',
    };
  return twice.length > 0
    ? {
        property: 'Waves',
        found: `${enumerate(twice)} ${twice.length === 1 ? 'is' : 'are'} in more than one wave.`,
        remedy: 'Leave each name in one of them.',
      }
    : undefined;
}
