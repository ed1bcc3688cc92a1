import type { EndpointDefinition, OriginDefinition } from '@cutover/local-aws';
import { BYPASS_ADDRESS, originOf, SOURCE, STRANGER, TARGET } from './cast';
import type { Case } from './worlds';

/** The case's health as web servers: one behind each distribution, that says whose it is. */
export const originsOf = ({ health, migration }: Pick<Case, 'health' | 'migration'>): OriginDefinition[] =>
  [SOURCE, TARGET, STRANGER].map((id) => {
    const headers = { 'x-served-by': id };
    return {
      domainName: originOf(id),
      rules: [
        ...migration.aliases.map((alias) => ({ host: alias, status: health(id, alias), headers })),
        { status: health(id, 'any other name'), headers },
      ],
    };
  });

/** The customer's endpoint past CloudFront, which is healthy in every case. */
export const bypassOf = ({ migration }: Pick<Case, 'migration'>): EndpointDefinition => ({
  address: BYPASS_ADDRESS,
  names: migration.aliases,
  rules: [{ headers: { 'x-served-by': 'bypass' } }],
});
