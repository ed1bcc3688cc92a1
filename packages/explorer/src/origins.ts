import type { OriginDefinition } from '@cutover/local-aws';
import { originOf, SOURCE, STRANGER, TARGET } from './cast';
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
