import { isCrossAccount } from '../migration';
import { enumerate } from '../names';
import { ways } from '../strategies';
import { wavesOf } from '../waves';
import type { Check } from './check';

/** AUTO takes no way with downtime. Where none is left, people choose what they can bring. */
export const someWayIsOpen: Check = ({ migration, observed }) => {
  if (migration.strategy !== 'AUTO') return undefined;
  const closed = Object.values(ways).map((way) => ({ way, whyNot: way.whyNot({ migration, observed }) }));
  if (closed.some(({ whyNot }) => whyNot === undefined)) return undefined;
  const reasons = closed.map(({ way, whyNot }) => `${way.strategy}: ${whyNot}`);
  const needs = closed.map(({ way }) => `${way.strategy} needs ${way.needs}`);
  return {
    property: 'Strategy',
    found: `no strategy moves these names without downtime as things are (${reasons.join('; ')}).`,
    remedy: `${needs.join('; ')}.`,
  };
};

/** While the source is disabled nobody answers for any of its names: only people may decide that. */
export const downtimeIsAllowed: Check = ({ migration, strategy, source }) => {
  if (strategy !== 'DISABLED_SOURCE' || !source.enabled) return undefined;
  if (!migration.maxDowntimeSeconds)
    return {
      property: 'MaxDowntimeSeconds',
      found: `DISABLED_SOURCE disables ${source.id}, and nobody answers for the names until the target does, but no downtime is allowed.`,
      remedy: 'Set MaxDowntimeSeconds to what you can bear, 600 or more, or use another strategy.',
    };
  const others = source.aliases.filter((alias) => !migration.aliases.includes(alias));
  if (others.length > 0)
    return {
      property: 'Source.DistributionId',
      found: `disabling ${source.id} would take ${enumerate(others)} down too.`,
      remedy: 'Move these names too, or give them a distribution of their own first.',
    };
  return wavesOf(migration).length > 1
    ? {
        property: 'Waves',
        found: 'a disabled source answers for no name, so later waves would be down for all earlier ones.',
        remedy: 'Leave Waves out with DISABLED_SOURCE.',
      }
    : undefined;
};

export const disablingIsForTwoAccounts: Check = ({ migration, strategy }) => {
  if (strategy !== 'DISABLED_SOURCE') return undefined;
  if (!isCrossAccount(migration))
    return {
      property: 'Strategy',
      found: 'DISABLED_SOURCE is for two accounts; in one, names move from an enabled source.',
      remedy: 'Use ATOMIC or AUTO.',
    };
  return migration.dns
    ? undefined
    : {
        property: 'Dns',
        found: 'between accounts CloudFront asks for a TXT record of each name, but no hosted zone is given.',
        remedy: 'Set Dns.HostedZoneId, and Dns.RoleArn where the zone is in another account.',
      };
};
