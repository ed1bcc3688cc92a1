import type { OriginDefinition } from '@cutover/local-aws';
import { ALIAS, originOf, SOURCE, STRANGER, TARGET } from './cast';
import type { Case } from './worlds';

/** The case's health as web servers: one behind each distribution, that says whose it is. */
export const originsOf = ({ health }: Pick<Case, 'health'>): OriginDefinition[] =>
  [SOURCE, TARGET, STRANGER].map((id) => {
    const headers = { 'x-served-by': id };
    return {
      domainName: originOf(id),
      rules: [
        { host: ALIAS, status: health(id, ALIAS), headers },
        { status: health(id, 'any other name'), headers },
      ],
    };
  });
