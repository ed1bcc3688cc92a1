import type { Instant } from '@cutover/ground';
import type { HandlerErrorCode, Trouble } from '@cutover/handler-kit';
import type { CustomerName } from './dns/required';
import type { Migration, Strategy } from './migration';
import type { DistributionEdit, RecordBatch, RecordSet, Side, ViewerCertificate } from './port';
import type { Course } from './update/course';

/**
 * What the world cannot tell later, and how far we are. Everything else is looked up anew in every turn.
 * The phases are drawn in ARCHITECTURE.md; the order of a run is in phases/index.ts.
 */
export interface Journal {
  readonly version: 1;
  readonly revision: number;
  readonly migrationId: string;
  readonly migration: Migration;
  /** The resource's properties as they were declared: Read gives them back exactly. */
  readonly declared: Readonly<Record<string, unknown>>;
  readonly phase: Phase;
  readonly phaseSince: Instant;
  /** Which of the waves is moving, from 0. */
  readonly wave?: number;
  readonly startedAt: Instant;
  /** Set by the preflight, before the first change: what the world was. */
  readonly before?: Before;
  /** Whether a change of CloudFront or DNS was ever tried. */
  readonly touched: boolean;
  readonly cutoverAt?: Instant;
  /** Rounds of verification passed in a row. */
  readonly passes: number;
  readonly records?: RecordMove;
  /** UpdateDomainAssociation was refused: from then on AssociateAlias moves the names. */
  readonly associates?: boolean;
  readonly proof?: Proof;
  /** Since when nobody may have answered for the names, because we disabled the source. */
  readonly downSince?: Instant;
  /** What the move left on both sides, as seen when it was done. */
  readonly after?: After;
  /** Whether another run's transit wildcard was waited for: what the preflight saw is old by then. */
  readonly waited?: boolean;
  /** Where a run that was halted goes on, once it is asked to. */
  readonly resumeAt?: Phase;
  /** An update has gone on with a run that waited for the customer's DNS. */
  readonly isResumed?: boolean;
  /** Names that are not where the run ended: somebody else holds them by now. */
  readonly strays?: readonly string[];
  /** Why the names went back, in words for people. */
  readonly because?: Because;
  /** The newest failure of an action in this phase. */
  readonly trouble?: Trouble<Action['kind']>;
  /** What an update began from: a refusal goes back to it. Gone once the preflight has passed. */
  readonly earlier?: Journal;
  /** The plan, or the wait, from which an update began this move: a rollback of that update goes back to it. */
  readonly begunFrom?: Journal;
  /** The newest update that moved names, under way or over. */
  readonly course?: Course;
  /** Why the newest update was taken back: its answer may have been lost. */
  readonly refused?: Because;
  /** What the delete asked for; the resource goes when the world is there. */
  readonly deleting: boolean;
}

export type Phase =
  | 'PREFLIGHT'
  | 'PLANNED'
  | 'PLACING_SEMAPHORE'
  | 'AWAITING_DNS'
  | 'CHECKING_DNS'
  | 'LOCKING'
  | 'ATTACHING'
  | 'ADDING_WILDCARD'
  | 'CANARY'
  | 'RELEASING'
  | 'PROVING'
  | 'DISABLING'
  | 'MOVING_ALIASES'
  | 'ARRIVING'
  | 'DIVERTING'
  | 'DRAINING'
  | 'EDGE_CHECK'
  | 'VERIFYING'
  | 'BAKING'
  | 'MOVING_DNS'
  | 'DNS_GATE'
  | 'CLAIMING'
  | 'SETTLING'
  | 'DONE'
  | 'HALTING'
  | 'HALTED'
  | 'RETURNING'
  | 'RESTORING'
  | 'RESTORED'
  | 'FREEING';

/** Names go back, or off; what is in the way there ends the run, for there is nowhere to turn to. */
export const isBackwards = (phase: Phase): boolean =>
  ['HALTING', 'RETURNING', 'RESTORING', 'RESTORED', 'FREEING'].includes(phase);

export interface Before {
  readonly strategy: Strategy;
  readonly source: End;
  readonly target: End;
  /** The record sets of the names as they were; empty without managed DNS. */
  readonly records: readonly RecordSet[];
  /** Where the names are in the customer's DNS; only with Dns.Mode EXTERNAL. */
  readonly customer?: readonly CustomerName[];
  /** The apex of the zone that holds our semaphore. */
  readonly semaphoreZone?: string;
  /** Names that the target had before we came: no way back takes them from it. */
  readonly adopted?: readonly string[];
  /** Transit wildcards that we bring and take away; one that was there already stays. */
  readonly wildcards: readonly string[];
  readonly plan: readonly string[];
}

export interface End extends Config {
  /** Nobody was served by it then. */
  readonly isDisabled?: boolean;
  readonly domainName: string;
}

/** The part of a distribution's configuration that a move changes. */
export interface Config {
  readonly aliases: readonly string[];
  readonly certificate: ViewerCertificate;
}

export interface After {
  readonly source: Config;
  readonly target: Config;
}

/** What the names' records lead to. */
export type RecordEnd = Side | 'bypass';

/** A change of the names' records under way. */
export interface RecordMove {
  readonly to: RecordEnd;
  /** Those that it is about: in waves, not all. Left out: all, as where a customer makes the change. */
  readonly names?: readonly string[];
  readonly changeId?: string;
  /** When every authoritative server was first seen with the new answer; the old TTL runs from here. */
  readonly seenAt?: Instant;
}

/** The TXT records that let the names change hands. */
export interface Proof {
  readonly names: readonly string[];
  /** What was there before ours. */
  readonly before: readonly RecordSet[];
}

export interface Because {
  readonly code: HandlerErrorCode;
  readonly message: string;
  readonly at: Instant;
}

/** Every change that the domain can make, as data. Each names its effect; the port methods say how it is seen. */
export type Action =
  | { readonly kind: 'takeLocks'; readonly names: readonly string[] }
  | { readonly kind: 'releaseLocks'; readonly names: readonly string[] }
  | {
      readonly kind: 'editDistribution';
      readonly side: Side;
      readonly distributionId: string;
      readonly edit: DistributionEdit;
      readonly etag: string;
    }
  | {
      readonly kind: 'moveAlias';
      readonly alias: string;
      readonly to: Side;
      readonly distributionId: string;
      readonly etag: string;
    }
  | {
      readonly kind: 'associateAlias';
      readonly alias: string;
      readonly to: Side;
      readonly distributionId: string;
    }
  | { readonly kind: 'changeProof'; readonly hostedZoneId: string; readonly batch: RecordBatch }
  | {
      readonly kind: 'changeRecords';
      readonly to: RecordEnd;
      readonly hostedZoneId: string;
      readonly batch: RecordBatch;
    }
  | { readonly kind: 'changeSemaphore'; readonly hostedZoneId: string; readonly batch: RecordBatch };

/** Nothing that serves or leads a viewer: such changes need no locks, and do not count as a move begun. */
export const isBesideTraffic = ({ kind }: Action): boolean =>
  kind.endsWith('Locks') || kind === 'changeSemaphore';

/** The journal of a run that has not begun. Not stored until the preflight has passed. */
export const freshJournal = (
  migrationId: string,
  migration: Migration,
  declared: Journal['declared'],
  now: Instant,
): Journal => ({
  version: 1,
  revision: 0,
  migrationId,
  migration,
  declared,
  phase: 'PREFLIGHT',
  phaseSince: now,
  startedAt: now,
  touched: false,
  passes: 0,
  deleting: false,
});
