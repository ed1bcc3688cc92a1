import type { DnsWish } from './dns/wish';
import type { BypassWish, CutoverOrder, WildcardWish } from './wishes';

export type { DnsEnd } from './dns/wish';
export type * from './wishes';

/** What a person asks for, in the domain's own words; the type's codec makes it from the resource's properties. */
export interface Migration extends DnsWish {
  /** The account of the stack, which owns the target. */
  readonly accountId: string;
  /** Lower case, sorted, no last dot. */
  readonly aliases: readonly string[];
  readonly target: TargetEnd;
  readonly source: SourceEnd;
  readonly strategy: 'AUTO' | Strategy;
  /** WILDCARD: whether the cutover comes before the records or after them. Left out: ROUTE_FIRST. */
  readonly cutoverOrder?: CutoverOrder;
  readonly wildcard?: WildcardWish;
  readonly bypass?: BypassWish;
  /** How long nobody may answer for the names; without it, never. */
  readonly maxDowntimeSeconds?: number;
  /** Names that move together, wave after wave; every alias is in one. Left out: all at once. */
  readonly waves?: readonly (readonly string[])[];
  readonly verification: Verification;
  /** What becomes of names that have moved when something goes wrong; left out: RESTORE. */
  readonly onFailure?: OnFailure;
  readonly deletionBehavior: DeletionBehavior;
  readonly planOnly: boolean;
}

export type Strategy = 'ATOMIC' | 'WILDCARD' | 'BYPASS' | 'DISABLED_SOURCE';
/**
 * RESTORE: every name goes back. HALT: the names of waves that have passed stay, those of the wave that did not pass go
 * back, and no further wave begins.
 */
export type OnFailure = 'RESTORE' | 'HALT';
export type DeletionBehavior = 'KEEP' | 'RESTORE_SOURCE' | 'RELEASE';

export interface TargetEnd {
  readonly distributionId: string;
  /** WILDCARD attaches it in the update that adds the wildcard, and takes it away on the way back. */
  readonly certificateArn?: string;
}

export interface SourceEnd {
  readonly distributionId: string;
  /** Nobody has declared it: the preflight finds it in the stack's account, and until then the id is empty. */
  readonly isSought?: true;
  readonly accountId: string;
  readonly roleArn?: string;
  readonly externalId?: string;
}

export interface Verification {
  readonly path: string;
  /** Left out: any status that neither CloudFront's refusals (403, 421) nor a sick origin (5xx) gives. */
  readonly expectStatus?: number;
  readonly expectHeader?: { readonly name: string; readonly value: string };
  /** Rounds in a row in which every address of every name answers as expected. */
  readonly minConsecutive: number;
  readonly bakeMinutes: number;
  /** CloudWatch alarms of the stack's account: one in ALARM is a bad answer. */
  readonly alarmArns?: readonly string[];
}

export const isCrossAccount = (migration: Migration): boolean =>
  migration.source.accountId !== migration.accountId;
