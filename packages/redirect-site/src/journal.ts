import type { Journal as MigrationJournal } from '@cutover/alias-migration';
import type { Instant } from '@cutover/ground';
import type { HandlerErrorCode, Revised, Trouble } from '@cutover/handler-kit';
import type { Declaration } from './declaration';
import type { Action } from './observed';
import type { ResourceRecord } from './record';

/**
 * What the world cannot tell later, and how far we are. Everything else is looked up anew in every turn. Rules are in
 * the declarations, which the store of journals keeps beside this (journals.ts), or in S3.
 */
export interface SiteJournal extends Revised {
  readonly version: 1;
  readonly siteId: string;
  /** What the newest request declared; what is served is in `live`. */
  readonly declared: Declaration;
  readonly phase: Phase;
  readonly phaseSince: Instant;
  readonly startedAt: Instant;
  /** Whether this run has tried to change anything. */
  readonly touched: boolean;
  readonly deleting: boolean;
  /** The highest number that was ever given: edges may still see items of a generation that was never published. */
  readonly lastGeneration: number;
  /** What the function's LIVE stage runs. */
  readonly live?: Generation;
  /** What it ran before: in the items beside `live` until no edge runs it. */
  readonly former?: Generation;
  /** What this run brings. */
  readonly next?: Generation;
  /** Of a run that was given up in the very publish: LIVE may run it. */
  readonly doubt?: Generation;
  readonly storeArn?: string;
  readonly functionArn?: string;
  /** What the items are, as long as their ETag is this one; absent: only reading tells. */
  readonly items?: KnownItems;
  readonly testing?: Testing;
  readonly slots: readonly Slot[];
  /** What they were before this run: its way back leads there. */
  readonly slotsBefore?: readonly Slot[];
  /** The highest `n` of any slot. */
  readonly lastSlot: number;
  /** When this run's newest items were written: they take a while to every edge. */
  readonly writtenAt?: Instant;
  /** Zones by id and name, longest name first, as they were when the run was checked. */
  readonly zones: readonly Zone[];
  /** Record sets that stood at a host's name before ours; a delete puts them back. */
  readonly formerRecords: readonly (ResourceRecord & { readonly zoneId: string })[];
  /** Validation records that we made. */
  readonly validations: readonly ValidationRecord[];
  /** A change of records whose spreading is waited for. */
  readonly changeId?: string;
  /** Times in a row that a look has shown nothing more to take away. */
  readonly looks?: number;
  /** Keys that tags may have from earlier runs, where this one may change tags; absent: all are as declared. */
  readonly tagKeys?: readonly string[];
  /** What this run takes over. */
  readonly coming: readonly Coming[];
  /** Hosts that have come from other distributions, are on their way, or go back. */
  readonly moves: readonly Move[];
  /** Moves are counted, so that none has the id of another. */
  readonly lastMove: number;
  readonly because?: Because;
  readonly trouble?: Trouble<Action['kind']>;
  /** What an update began from: a refusal goes back to it. Gone once the rules are checked. */
  readonly earlier?: SiteJournal;
}

/** The order of a run is drawn in phases/index.ts. */
export type Phase =
  | 'CHECKING'
  | 'STORE'
  | 'STAGING'
  | 'DEVELOPMENT'
  | 'TESTING'
  | 'CERTIFICATE'
  | 'GIVING_BACK'
  | 'PUBLISHING'
  | 'DISTRIBUTION'
  | 'TAKING_OVER'
  | 'RECORDS'
  | 'TRIMMING'
  | 'SWEEPING'
  | 'DONE'
  | 'RESTORING'
  | 'REMOVING'
  | 'FAILED';

/** Rules as they are, were, or will be at the edge. */
export interface Generation {
  readonly number: number;
  readonly declared: Declaration;
  /** SHA-256 of the rules' bytes. */
  readonly rulesDigest: string;
  /** SHA-256 of what they compile to, code and items, whatever the generation. */
  readonly contentDigest: string;
  /** SHA-256 of the items as the store has them, once it has no others. */
  readonly itemsDigest?: string;
  /** Since which generation each host's record stands, `1*40,7*2`, in the order in which hosts are compiled. */
  readonly hostGenerations?: string;
  readonly ruleCount: number;
  /** Tests that passed before the publish, on this side and by TestFunction. */
  readonly testsPassed: number;
  /** The most that TestFunction has measured, in percent of what CloudFront allows. */
  readonly maxUtilization?: number;
}

/** `live`: those of the live generation and no others. `staging`: so many batches of the next are written, and so on. */
export interface KnownItems {
  readonly etag: string;
  readonly state: 'live' | 'staging' | 'sweeping';
  readonly written: number;
}

/** Tests by TestFunction under way. */
export interface Testing {
  readonly passed: number;
  readonly maxUtilization: number;
  /** The newest that failed, and how often: items take a while to spread. */
  readonly failed?: { readonly times: number; readonly says: string };
}

/** One distribution and its hosts. */
export interface Slot {
  /** Counts from 1 and is never used again: `{SiteId}-{n}` is the caller reference. */
  readonly n: number;
  readonly distributionId?: string;
  readonly domainName?: string;
  /** Whom the site serves here. */
  readonly hosts: readonly string[];
  /** Served before, and to be taken off. */
  readonly leaving: readonly string[];
  /** Attached, or to be attached: issued, and covers every host that is not kept out. */
  readonly certificateArn?: string;
  /** It was declared, and is its owner's, also when it is declared no more. */
  readonly isGiven?: boolean;
  /** Ours that nothing needs any more. */
  readonly spentCertificates: readonly string[];
  readonly request?: CertificateRequest;
  readonly keptOut: readonly KeptOut[];
  /** One of the hosts is held by another distribution, and CloudFront does not say which. */
  readonly oneByOne?: boolean;
  /** Kept out by an earlier run: less is waited for them. */
  readonly late: readonly string[];
  /** What a distribution of somebody else's was before us. Absent: it is ours. */
  readonly before?: ExistingDistribution;
}

export interface CertificateRequest {
  /** Part of the token: a request that was killed is found again by it. */
  readonly attempt: number;
  readonly names: readonly string[];
  /** Absent until an answer has told. */
  readonly arn?: string;
  readonly since: Instant;
}

/** A host that no certificate covers yet, or that another distribution has: it blocks no other. */
export interface KeptOut {
  readonly host: string;
  /** AWAITING_DNS without a record: another distribution has the name. */
  readonly state: 'AWAITING_DNS' | 'AWAITING_CERTIFICATE';
  /** What shows ACM that the name is ours (a CNAME), or that it may issue for it (CAA). */
  readonly record?: { readonly name: string; readonly value: string; readonly type?: 'CAA' };
  /** Another distribution has it: `by` says which, where it is known. Or its record leads to one, which CloudFront minds. */
  readonly held?: { readonly by?: string; readonly isLed?: true };
}

/** Hosts that a distribution of somebody else serves when the run begins. */
export interface Coming {
  /** Which of the declared `TakeOver`s it is, from 0. */
  readonly place: number;
  readonly distributionId: string;
  readonly hosts: readonly string[];
}

/** The move of some hosts: a migration of aliases, whose journal is kept as long as there is a way back. */
export interface Move {
  readonly journal: MigrationJournal;
  /** Whether the hosts stay when they are taken over no more. */
  readonly keeps: boolean;
  /** Whether a copy lies with the journals of migrations: there others look who holds the locks of names. */
  readonly isShown?: boolean;
}

export interface ExistingDistribution {
  readonly aliases: readonly string[];
  readonly certificateArn?: string;
}

export interface Zone {
  readonly id: string;
  readonly name: string;
}

export interface ValidationRecord {
  readonly zoneId: string;
  readonly name: string;
  readonly value: string;
}

export interface Because {
  readonly code: HandlerErrorCode;
  readonly message: string;
  readonly at: Instant;
}

/** Name of the store and of the function. */
export const nameOf = (siteId: string): string => `redirect-${siteId}`;
export const callerReferenceOf = (siteId: string, { n }: Pick<Slot, 'n'>): string => `${siteId}-${n}`;

/** The journal of a run that has not begun. Not stored until the rules are checked. */
export const freshJournal = (siteId: string, declared: Declaration, now: Instant): SiteJournal => ({
  version: 1,
  revision: 0,
  siteId,
  declared,
  phase: 'CHECKING',
  phaseSince: now,
  startedAt: now,
  touched: false,
  deleting: false,
  lastGeneration: 0,
  slots: [],
  lastSlot: 0,
  zones: [],
  formerRecords: [],
  validations: [],
  coming: [],
  moves: [],
  lastMove: 0,
});
