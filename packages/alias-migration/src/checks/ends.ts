import { isCrossAccount } from '../migration';
import type { Check } from './check';

/** A move onto itself has nothing to do and two meanings. */
export const targetIsNotSource: Check = ({ source, target }) =>
  source.id !== target.id
    ? undefined
    : {
        property: 'Target.DistributionId',
        found: `${target.id} is the source too.`,
        remedy: 'Name the distribution that the aliases should move to.',
      };

/** Staging and multi-tenant distributions cannot hold aliases of their own (UpdateDistribution documentation). */
export const endsAreStandard: Check = ({ source, target }) => {
  const odd = [source, target].find((end) => end.staging || end.tenantOnly);
  return odd
    ? {
        property: odd.id === target.id ? 'Target.DistributionId' : 'Source.DistributionId',
        found: `${odd.id} is a ${odd.staging ? 'staging' : 'multi-tenant'} distribution.`,
        remedy: 'Name a standard distribution: only these are supported.',
      }
    : undefined;
};

/** A disabled distribution still holds its names, but serves none of them. */
export const targetIsEnabled: Check = ({ target }) =>
  target.enabled
    ? undefined
    : {
        property: 'Target.DistributionId',
        found: `${target.id} is disabled, so it would answer nobody.`,
        remedy: 'Enable it and wait until it has deployed.',
      };

/** UpdateDomainAssociation across accounts wants the source disabled: an outage by design. */
export const atomicStaysInOneAccount: Check = ({ migration, strategy }) =>
  strategy === 'ATOMIC' && isCrossAccount(migration)
    ? {
        property: 'Strategy',
        found:
          'ATOMIC moves names within one account, but the source belongs to account ' +
          `${migration.source.accountId}.`,
        remedy: 'Use WILDCARD or AUTO.',
      }
    : undefined;

/**
 * Viewers of one IP pool only reach distributions of the same pool: while DNS still leads to the old one, a move
 * between dedicated and shared addresses would break TLS.
 */
export const endsShareAddresses: Check = ({ source, target }) => {
  const pools = [source, target].map((end) =>
    [
      end.anycastIpListId ?? 'shared',
      end.certificate.kind === 'acm' ? end.certificate.sslSupportMethod : 'sni-only',
    ].join(' '),
  );
  return pools[0] === pools[1]
    ? undefined
    : {
        property: 'Target.DistributionId',
        found: `the source serves on ${pools[0]} addresses, the target on ${pools[1]}.`,
        remedy: 'Give both the same SSLSupportMethod and Anycast list before the move.',
      };
};

const generation = (httpVersion: string): number =>
  /3/.test(httpVersion) ? 3 : /2/.test(httpVersion) ? 2 : 1;

/** Browsers remember that a name speaks HTTP/3 or has IPv6, and keep using it. */
export const targetSpeaksAsMuch: Check = ({ source, target, observed }) => {
  const property = 'Target.DistributionId';
  const remedy = 'Switch it on for the target first.';
  if (generation(target.httpVersion) < generation(source.httpVersion))
    return {
      property,
      found: `the source speaks ${source.httpVersion}, the target only ${target.httpVersion}.`,
      remedy,
    };
  const hasV6 = (observed.records ?? []).some((record) => record.type === 'AAAA');
  return hasV6 && !target.ipv6Enabled
    ? { property, found: 'the names have AAAA records, but the target has IPv6 off.', remedy }
    : undefined;
};
