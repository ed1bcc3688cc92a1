import { semaphoreName, validationName } from '../dns/semaphore';
import { enumerate } from '../names';
import type { Check } from './check';
import { notPublic } from './public-zone';

/** DNS allows names of 253 characters (RFC 1035 section 2.3.4, without the last dot). */
const NAME_CHARACTERS_MAX = 253;

export const semaphoreCanBeSet: Check = ({ migration, observed }) => {
  const { semaphore } = migration.externalDns ?? {};
  if (!semaphore) return undefined;
  const property = 'Dns.Semaphore.HostedZoneId';
  const zone = observed.semaphoreZone;
  if (!zone || zone.isPrivate) return notPublic(property, semaphore.hostedZoneId, zone);
  const long = migration.aliases.filter(
    (alias) => semaphoreName(alias, zone.name).length > NAME_CHARACTERS_MAX,
  );
  if (long.length > 0)
    return {
      property,
      found: `${enumerate(long.map(validationName))} in ${zone.name} would be longer than ${NAME_CHARACTERS_MAX} characters.`,
      remedy: 'Name a zone with a shorter name.',
    };
  const foreign = (observed.semaphore ?? []).find(
    ({ values = [] }) => values.join() !== `"${semaphore.value}"`,
  );
  return foreign
    ? {
        property,
        found: `${foreign.name} has a TXT record already, ${enumerate(foreign.values ?? [])}.`,
        remedy: 'Take it away, or name another zone.',
      }
    : undefined;
};
