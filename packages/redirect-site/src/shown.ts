import type { Declaration } from './declaration';
import type { SiteJournal } from './journal';

/** The resource's properties: what was declared, and what came of it. */
export interface Shown extends Declaration {
  readonly SiteId: string;
  readonly FunctionArn?: string;
  readonly KeyValueStoreArn?: string;
  readonly DistributionIds: readonly string[];
  readonly DistributionDomainNames: readonly string[];
  readonly Generation?: number;
  readonly RulesDigest?: string;
  readonly HostStates: readonly HostState[];
  readonly RequiredRecords: readonly RequiredRecord[];
  readonly RuleCount?: number;
  readonly TestsPassed?: number;
  readonly MaxUtilization?: number;
  /** What is not as it was deployed, in sentences; empty where all is. */
  readonly Drift: readonly string[];
}

export interface HostState {
  readonly Host: string;
  /** LIVE: on a distribution, under a certificate. */
  readonly State: 'AWAITING_DNS' | 'AWAITING_CERTIFICATE' | 'LIVE';
  /** Those that the owner of the name has to make, because no zone is given where the site could. */
  readonly Records: readonly RequiredRecord[];
}

export interface RequiredRecord {
  readonly Name: string;
  readonly Type: string;
  readonly Value: string;
}

/** What the resource shows of a journal, without any look at the world. */
export function shownOf(journal: SiteJournal): Shown {
  throw new Error(`${journal.siteId}: not yet`);
}
