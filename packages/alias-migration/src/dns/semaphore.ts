import { isWildcard } from '../names';

/** Where the customer shows that they have acted. A wildcard's own name cannot be told from its parent's otherwise. */
export const validationName = (alias: string): string =>
  isWildcard(alias) ? `_cutover-wildcard.${alias.slice(2)}` : `_cutover.${alias}`;

/** The TXT record in our zone that a validation name has to lead to. */
export const semaphoreName = (alias: string, zoneName: string): string =>
  `${validationName(alias)}.${zoneName}`;
