import type { Migration } from '@cutover/alias-migration';
import type { WorldOptions } from '@cutover/local-aws';
import { ALIAS, APEX, BYPASS_ADDRESS } from './cast';

/** One way to move a name, in the smallest world that it needs. */
export interface Variant {
  /** A sentence's beginning: "WILDCARD across accounts". */
  readonly name: string;
  /** Source, zone and role are in another account than the target. */
  readonly isCross: boolean;
  readonly alias: string;
  /** The target carries its certificate from the beginning. */
  readonly isAttached?: boolean;
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
    isAttached: true,
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
    isAttached: true,
    migration: { strategy: 'ATOMIC' },
    // UpdateDomainAssociation is refused without the TXT record, and so is what takes its place.
    knobs: { txtSameAccount: { AssociateAlias: true, UpdateDomainAssociation: true } },
  },
  {
    name: 'BYPASS of an apex across accounts',
    isCross: true,
    alias: APEX,
    isAttached: true,
    migration: {
      strategy: 'BYPASS',
      bypass: { records: [{ type: 'A', ttlSeconds: 60, values: [BYPASS_ADDRESS] }], drainSeconds: 60 },
    },
  },
];
