import type { Migration } from '@cutover/alias-migration';
import type { WorldOptions } from '@cutover/local-aws';
import { ALIAS, APEX, BYPASS_ADDRESS, EARLIER, SEMAPHORE_ZONE } from './cast';
import type { CustomerAct } from './customer';

/** One way to move a name, in the smallest world that it needs. */
export interface Variant {
  /** A sentence's beginning: "WILDCARD across accounts". */
  readonly name: string;
  /** Source, zone and role are in another account than the target. */
  readonly isCross: boolean;
  readonly alias: string;
  /** Another name, which moves in a wave before it; whatever is sick is sick for `alias` only. */
  readonly earlier?: string;
  /** The target carries its certificate from the beginning. */
  readonly isAttached?: boolean;
  readonly migration: Pick<Migration, 'strategy'> & Partial<Migration>;
  readonly knobs?: WorldOptions['knobs'];
  /** The zone is the customer's, and this is what they do. */
  readonly customer?: readonly CustomerAct[];
  /** They have acted before the create. */
  readonly hasActed?: boolean;
  readonly resumesAfterSeconds?: number;
  /** The create makes a plan only, and the update moves. */
  readonly isPlannedFirst?: boolean;
}

/**
 * A way back under way when the customer leads a name to the target has to wait until they turn back. Long after a
 * healthy move has ended, whatever one fault may cost it.
 */
const TURNS_BACK_AFTER_SECONDS = 2700;

/** Route 53 says up to a minute; a bad day has been longer. */
const SLOW_DNS_SECONDS = [90, 240] as const;

const bypass = {
  records: [{ type: 'A', ttlSeconds: 60, values: [BYPASS_ADDRESS] }],
  drainSeconds: 60,
} as const;

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
    name: 'WILDCARD across accounts in two waves',
    isCross: true,
    alias: ALIAS,
    earlier: EARLIER,
    migration: { strategy: 'WILDCARD', waves: [[EARLIER], [ALIAS]] },
  },
  {
    name: 'ATOMIC in one account in two waves',
    isCross: false,
    alias: ALIAS,
    earlier: EARLIER,
    isAttached: true,
    migration: { strategy: 'ATOMIC', waves: [[EARLIER], [ALIAS]] },
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
    name: 'WILDCARD across accounts, with name servers that take minutes',
    isCross: true,
    alias: ALIAS,
    migration: { strategy: 'WILDCARD' },
    knobs: { publishLagSeconds: SLOW_DNS_SECONDS },
  },
  {
    name: 'ATOMIC by AssociateAlias, with name servers that take minutes',
    isCross: false,
    alias: ALIAS,
    isAttached: true,
    migration: { strategy: 'ATOMIC' },
    // A look before the record is there is remembered for the negative TTL.
    knobs: {
      txtSameAccount: { AssociateAlias: true, UpdateDomainAssociation: true },
      publishLagSeconds: SLOW_DNS_SECONDS,
    },
  },
  {
    name: 'BYPASS of an apex across accounts',
    isCross: true,
    alias: APEX,
    migration: { strategy: 'BYPASS', bypass },
  },
  {
    name: 'BYPASS across accounts in two waves, an apex last',
    isCross: true,
    alias: APEX,
    earlier: EARLIER,
    isAttached: true,
    migration: { strategy: 'BYPASS', waves: [[EARLIER], [APEX]], bypass },
  },
  {
    name: 'WILDCARD across accounts in two waves, halting',
    isCross: true,
    alias: ALIAS,
    earlier: EARLIER,
    migration: { strategy: 'WILDCARD', waves: [[EARLIER], [ALIAS]], onFailure: 'HALT' },
  },
  {
    name: 'ATOMIC in one account in two waves, halting',
    isCross: false,
    alias: ALIAS,
    earlier: EARLIER,
    isAttached: true,
    migration: { strategy: 'ATOMIC', waves: [[EARLIER], [ALIAS]], onFailure: 'HALT' },
  },
  {
    name: 'BYPASS across accounts in two waves, an apex last, halting',
    isCross: true,
    alias: APEX,
    earlier: EARLIER,
    migration: { strategy: 'BYPASS', waves: [[EARLIER], [APEX]], bypass, onFailure: 'HALT' },
  },
  {
    name: 'DISABLED_SOURCE across accounts',
    isCross: true,
    alias: ALIAS,
    migration: { strategy: 'DISABLED_SOURCE', maxDowntimeSeconds: 300 },
  },
  {
    name: 'WILDCARD across accounts, where a customer sets the record during the gate',
    isCross: true,
    alias: ALIAS,
    migration: { strategy: 'WILDCARD', dns: undefined, externalDns: { wait: 'IN_STACK' } },
    customer: [
      { afterSeconds: 600, leadsTo: 'target' },
      { afterSeconds: TURNS_BACK_AFTER_SECONDS, leadsTo: 'source' },
    ],
  },
  {
    name: 'ATOMIC in one account, where a customer leads a validation name to our semaphore',
    isCross: false,
    alias: ALIAS,
    isAttached: true,
    migration: {
      strategy: 'ATOMIC',
      dns: undefined,
      externalDns: {
        wait: 'IN_STACK',
        semaphore: { hostedZoneId: SEMAPHORE_ZONE.id, value: 'ready-to-move' },
      },
    },
    customer: [
      { afterSeconds: 400, leadsTo: 'target' },
      { afterSeconds: TURNS_BACK_AFTER_SECONDS, leadsTo: 'source' },
    ],
  },
  {
    name: 'WILDCARD across accounts, where the customer has acted before and turns back when it fails',
    isCross: true,
    alias: ALIAS,
    migration: { strategy: 'WILDCARD', dns: undefined, externalDns: { wait: 'IN_STACK' } },
    hasActed: true,
    customer: [{ afterSeconds: TURNS_BACK_AFTER_SECONDS, leadsTo: 'source' }],
  },
  {
    name: 'WILDCARD across accounts, where the customer never acts',
    isCross: true,
    alias: ALIAS,
    migration: {
      strategy: 'WILDCARD',
      dns: undefined,
      externalDns: { wait: 'IN_STACK' },
      dnsGate: { timeoutMinutes: 10 },
    },
    customer: [],
  },
  {
    name: 'ATOMIC in one account, resumed while a customer acts',
    isCross: false,
    alias: ALIAS,
    isAttached: true,
    migration: {
      strategy: 'ATOMIC',
      dns: undefined,
      externalDns: {
        wait: 'RESUME',
        semaphore: { hostedZoneId: SEMAPHORE_ZONE.id, value: 'ready-to-move' },
      },
    },
    customer: [
      { afterSeconds: 400, leadsTo: 'target' },
      { afterSeconds: TURNS_BACK_AFTER_SECONDS, leadsTo: 'source' },
    ],
    resumesAfterSeconds: 300,
  },
  {
    name: 'WILDCARD across accounts, planned first',
    isCross: true,
    alias: ALIAS,
    migration: { strategy: 'WILDCARD' },
    isPlannedFirst: true,
    resumesAfterSeconds: 60,
  },
  {
    name: 'WILDCARD across accounts, resumed in vain and then deleted',
    isCross: true,
    alias: ALIAS,
    migration: {
      strategy: 'WILDCARD',
      dns: undefined,
      externalDns: {
        wait: 'RESUME',
        semaphore: { hostedZoneId: SEMAPHORE_ZONE.id, value: 'ready-to-move' },
      },
      dnsGate: { timeoutMinutes: 5 },
    },
    customer: [],
    resumesAfterSeconds: 300,
  },
];
