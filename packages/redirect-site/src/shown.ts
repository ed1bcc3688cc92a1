import type { Declaration } from './declaration';
import { zoneOf } from './hosts/names';
import type { KeptOut, SiteJournal, Slot } from './journal';

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
  /** LIVE: on a distribution, under a certificate. The others are in `Records`. */
  readonly State: KeptOut['state'] | 'LIVE';
  /** Those that the owner of the name has to make, because no zone is given where the site could. */
  readonly Records: readonly RequiredRecord[];
  /** What else there is to do about it. */
  readonly Message?: string;
}

export interface RequiredRecord {
  readonly Name: string;
  readonly Type: string;
  readonly Value: string;
}

/** What the resource shows of a journal, without any look at the world. */
export function shownOf(journal: SiteJournal): Shown {
  const { live, slots, siteId, storeArn, functionArn } = journal;
  const states = slots.flatMap((slot) => slot.hosts.map((host) => stateOf(journal, slot, host)));
  return {
    ...(live?.declared ?? journal.declared),
    SiteId: siteId,
    ...(functionArn !== undefined && { FunctionArn: functionArn }),
    ...(storeArn !== undefined && { KeyValueStoreArn: storeArn }),
    DistributionIds: slots.flatMap(({ distributionId }) => distributionId ?? []),
    DistributionDomainNames: slots.flatMap(({ domainName }) => domainName ?? []),
    HostStates: states,
    RequiredRecords: states.flatMap(({ Records }) => Records),
    ...(live && {
      Generation: live.number,
      RulesDigest: live.rulesDigest,
      RuleCount: live.ruleCount,
      TestsPassed: live.testsPassed,
    }),
    ...(live?.maxUtilization !== undefined && { MaxUtilization: live.maxUtilization }),
    Drift: [],
  };
}

function stateOf(
  { zones }: SiteJournal,
  { keptOut, domainName, certificateArn }: Slot,
  host: string,
): HostState {
  const kept = keptOut.find((each) => each.host === host);
  const isWritable = zoneOf(host, zones) !== undefined;
  const leading = domainName === undefined || isWritable ? [] : [leadingRecord(host, domainName)];
  if (kept)
    return {
      Host: host,
      State: kept.state,
      Records: [
        ...(kept.record && !(isWritable && kept.record.type === undefined)
          ? [{ Name: kept.record.name, Type: kept.record.type ?? 'CNAME', Value: kept.record.value }]
          : []),
        ...leading,
      ],
      ...(kept.held && { Message: wayFrom(kept.held, domainName) }),
    };
  return {
    Host: host,
    State: certificateArn === undefined ? 'AWAITING_CERTIFICATE' : 'LIVE',
    Records: leading,
  };
}

/** How a name comes here that another distribution has, or that is led to one. */
function wayFrom({ by, isLed }: NonNullable<KeptOut['held']>, domainName = 'the distribution'): string {
  if (isLed)
    return `Its DNS record leads to another distribution, and CloudFront refuses the name as long as it does. Lead it to ${domainName} and update the site; where that one serves it still, name it in TakeOver.`;
  return by === undefined
    ? 'A distribution of another account has the name. Name it in TakeOver, with a role that may let it go, and the name moves here without a failed request.'
    : `The distribution ${by} of this account has the name. Name it in TakeOver, and the name moves here without a failed request.`;
}

/**
 * A name below another can be a CNAME. An apex cannot (RFC 1034): its provider must have ALIAS or ANAME records, or
 * the zone has to move to Route 53; which names are apexes only their owners know, so two labels are taken for one.
 */
const leadingRecord = (host: string, domainName: string): RequiredRecord => ({
  Name: host,
  Type: host.split('.').length > 2 ? 'CNAME' : 'ALIAS',
  Value: domainName,
});
