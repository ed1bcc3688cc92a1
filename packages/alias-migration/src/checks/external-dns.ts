import { ledTo } from '../dns/openness';
import { enumerate } from '../names';
import { TTL_SECONDS_MAX } from '../records';
import type { Check } from './check';

const property = 'Dns.Mode';

/** The gate asks the servers of the customer's zone; without them it would never open. */
export const customersServersAnswer: Check = ({ migration, observed }) => {
  if (!migration.externalDns) return undefined;
  const deaf = (observed.trails ?? []).filter(({ ends }) => ends.every(({ kind }) => kind === 'silent'));
  return deaf.length === 0
    ? undefined
    : {
        property,
        found: `public DNS knows no name server that answers for ${enumerate(deaf.map(({ name }) => name))}.`,
        remedy: 'Correct the names, or the delegation of their zone, and try again.',
      };
};

/** A name that leads to a third distribution is served by nobody that this move knows of. */
export const customersRecordsAreKnown: Check = ({ migration, observed, source, target }) => {
  if (!migration.externalDns) return undefined;
  const ends = [source, target].map(({ domainName }) => domainName.toLowerCase());
  const foreign = (observed.trails ?? []).find((trail) => {
    const distribution = ledTo(trail);
    return distribution !== undefined && !ends.includes(distribution);
  });
  return foreign
    ? {
        property,
        found: `${foreign.name} leads to ${ledTo(foreign)}, neither the source's ${ends[0]} nor the target's ${ends[1]}.`,
        remedy: 'Let the customer point it to the source first, or correct the names.',
      }
    : undefined;
};

export const customersTtlFits: Check = ({ migration, observed }) => {
  const slow = (observed.trails ?? []).find(({ ttlSeconds = 0 }) => ttlSeconds > TTL_SECONDS_MAX);
  return migration.externalDns && slow
    ? {
        property,
        found: `${slow.name} has a TTL of ${slow.ttlSeconds} s, which the move and the way back would have to wait out.`,
        remedy: 'Let the customer lower it to 300, wait until the old TTL has run out, and try again.',
      }
    : undefined;
};
