import type { Migration } from '@cutover/alias-migration';
import type { WorldOptions } from '@cutover/local-aws';
import { ALIAS } from './cast';

/** One way to move a name, in the smallest world that it needs. */
export interface Variant {
  /** A sentence's beginning: "WILDCARD across accounts". */
  readonly name: string;
  /** Source, zone and role are in another account than the target. */
  readonly isCross: boolean;
  readonly alias: string;
  readonly migration: Pick<Migration, 'strategy'> & Partial<Migration>;
  readonly knobs?: WorldOptions['knobs'];
}

export const variants: readonly Variant[] = [
  {
    name: 'WILDCARD across accounts',
    isCross: true,
    alias: ALIAS,
    migration: { strategy: 'WILDCARD' },
  },
  {
    name: 'ATOMIC in one account',
    isCross: false,
    alias: ALIAS,
    migration: { strategy: 'ATOMIC' },
  },
  {
    name: 'WILDCARD across accounts with DNS first and a wildcard that stays',
    isCross: true,
    alias: ALIAS,
    migration: { strategy: 'WILDCARD', cutoverOrder: 'DNS_FIRST', wildcard: { keep: true } },
  },
  {
    name: 'ATOMIC by AssociateAlias in one account',
    isCross: false,
    alias: ALIAS,
    migration: { strategy: 'ATOMIC' },
    // UpdateDomainAssociation is refused without the TXT record, and so is what takes its place.
    knobs: { txtSameAccount: { AssociateAlias: true, UpdateDomainAssociation: true } },
  },
];
