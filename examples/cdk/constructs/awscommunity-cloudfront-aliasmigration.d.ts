// Made by `npx release construct` from the schema of AwsCommunity::CloudFront::AliasMigration.
import type { CfnResource } from 'aws-cdk-lib';
import type { Construct } from 'constructs';

export type DistributionId = string;
export type RoleArn = string;
export type ExternalId = string;
export type Target = { readonly DistributionId: DistributionId; /** An ACM certificate of us-east-1 and the stack's account that covers the aliases and, for WILDCARD, their wildcards. It is attached before a name moves, in WILDCARD by the update that adds the wildcard and in BYPASS by the one that adds the aliases, with the settings of the certificate whose place it takes (sni-only and TLSv1.2_2021 where there was none), and taken away on the way back. It must cover the other names of the target too. Left out, the target must carry a certificate that covers them. */ readonly CertificateArn?: string; };
export type Source = { readonly DistributionId: DistributionId; /** The account of the source; left out, it is the stack's own. */ readonly AccountId?: string; readonly RoleArn?: RoleArn; readonly ExternalId?: ExternalId; };
export type Wave = { readonly Aliases: readonly string[]; };
export type BypassRecord = { /** The alias that it is for; left out, it is for every alias. */ readonly Name?: string; /** At the apex of a zone a CNAME cannot stand. */ readonly Type: "A" | "AAAA" | "CNAME"; /** How long resolvers keep it, and so how long it is waited for on the way from the bypass to the target. */ readonly TtlSeconds?: number; /** Addresses, or the one name that a CNAME leads to. */ readonly Values?: readonly string[]; /** An ALIAS of Route 53, for example to a load balancer. */ readonly AliasTarget?: { readonly HostedZoneId: string; readonly DnsName: string; }; };
export type Bypass = { /** What leads the aliases to it. */ readonly Records: readonly BypassRecord[]; /** How long the source goes on serving once every name server leads to the bypass, for viewers that have it in a cache or keep a connection. The old TTL is waited out in any case. */ readonly DrainSeconds?: number; };
export type Wildcard = { /** One wildcard for all aliases, over a parent of each. The target's certificate must list it, and the aliases too. Left out, each alias has the wildcard over its own parent. */ readonly Name?: string; /** The wildcard stays on the target when the move is done; a way back takes it off all the same. */ readonly Keep?: boolean; };
export type Dns = { /** ROUTE53: the migration moves the records in HostedZoneId. EXTERNAL: somebody else sets them, as RequiredDnsRecords and the status say, and the migration waits until every authoritative name server of their zone answers so. NONE: DNS is not looked at, which only ATOMIC allows. Left out, ROUTE53 where HostedZoneId is given, else NONE. */ readonly Mode?: "ROUTE53" | "EXTERNAL" | "NONE"; /** With ROUTE53, the zone whose records of the aliases follow the move. */ readonly HostedZoneId?: string; readonly RoleArn?: RoleArn; readonly ExternalId?: ExternalId; /** With EXTERNAL, a TXT record that the migration sets for each alias in a zone of yours, and takes away at the end. The customer points the validation name of the alias (`_cutover.` before it) to that record, by CNAME or ALIAS; the gate opens only once their name servers yield Value there. Needed to see that somebody has acted whose records are ALIASes, as those show addresses only. RoleArn is the role that may change the zone. */ readonly Semaphore?: { /** The zone that gets the TXT records. */ readonly HostedZoneId: string; /** What the validation names have to yield. */ readonly Value: string; }; /** With EXTERNAL. IN_STACK: the names move, and the stack waits for the customer, for up to Gate.TimeoutMinutes. RESUME: the create ends in phase AWAITING_DNS before anything moves, for weeks if need be; an update of the resource, or `cutover resume`, checks everything anew, waits for the records, then moves the names. */ readonly Wait?: "IN_STACK" | "RESUME"; /** Any text. A new one is an update that goes on with a migration in phase AWAITING_DNS; otherwise it means nothing. Give it a parameter, which `cutover resume` then sets. */ readonly Resume?: string; /** How long the records are waited for. */ readonly Gate?: { /** How long every name server has to give the new answer. The old TTL is waited out in any case. 60 with EXTERNAL, as some providers publish to their servers one after the other; else 0. */ readonly StableSeconds?: number; /** After this the migration fails, and OnFailure says what becomes of the names. 180 with ROUTE53, 1440 with EXTERNAL, 60 once a migration that waited for RESUME goes on. */ readonly TimeoutMinutes?: number; }; };
export type Verification = { readonly Path?: string; /** Left out, any status but 403, 421 and 5xx. */ readonly ExpectStatus?: number; /** A response header that only the target sends: with it, verification knows who answered. */ readonly ExpectHeader?: { readonly Name: string; readonly Value: string; }; /** Rounds in a row that must be healthy after both distributions have deployed. */ readonly MinConsecutive?: number; /** How long the target carries the traffic, watched, before the quick way back is given up. */ readonly BakeMinutes?: number; /** CloudWatch alarms of the stack's account, of any region: one that is in ALARM from the cutover to the end of the bake is a bad answer. */ readonly AlarmArns?: readonly string[]; };

export interface AliasMigrationProperties {
  /** The domain names to move: lower case, without a last dot. One that is on the target already is adopted: it stays there, whatever becomes of the migration. An update moves added names from the source; for names that are taken out DeletionBehavior says what becomes of them: with KEEP they stay on the target, with RESTORE_SOURCE they go back, with RELEASE the update is refused. When an update fails, everything is as before it. */ readonly Aliases: readonly string[];
  readonly Target: Target;
  readonly Source?: Source;
  /** ATOMIC: CloudFront moves each alias in one step, within one account. WILDCARD: through a transit wildcard on the target, also across accounts. BYPASS: past CloudFront, over an endpoint of yours, for what no wildcard can stand in for: an apex across accounts. DISABLED_SOURCE: across accounts in one step from a source that is disabled for it, which leaves the aliases without an answer for up to MaxDowntimeSeconds. AUTO takes the first of these that is possible without downtime, and says in Plan why the others were left. */ readonly Strategy?: "AUTO" | "ATOMIC" | "WILDCARD" | "BYPASS" | "DISABLED_SOURCE";
  /** WILDCARD only. ROUTE_FIRST: the source releases the aliases, they are verified and baked, and then the DNS records follow; until they do, the way back is one update. DNS_FIRST (the order of AWS's guide): the records lead to the target first, while the source still serves; then the source releases the aliases. */ readonly CutoverOrder?: "ROUTE_FIRST" | "DNS_FIRST";
  readonly Wildcard?: Wildcard;
  readonly Bypass?: Bypass;
  /** DISABLED_SOURCE only: how long nobody may answer for the aliases, from the disabling of the source until the target serves them everywhere. Past it they go back to the source, which is enabled again: that takes one deployment more. */ readonly MaxDowntimeSeconds?: number;
  readonly Dns?: Dns;
  readonly Verification?: Verification;
  /** Aliases that move together, wave after wave: each wave is released, verified and baked before the next begins. Names that no wave lists move in a last one. Left out, all move at once. */ readonly Waves?: readonly Wave[];
  /** What becomes of names that have moved when something goes wrong. RESTORE: all go back to the source. HALT: the names of waves that have passed stay, those of the wave that did not pass go back, and no further wave begins; an update of the resource goes on from there. */ readonly OnFailure?: "RESTORE" | "HALT";
  /** What a delete of the finished migration does. KEEP: forget it, the aliases stay on the target. RESTORE_SOURCE: move them back. RELEASE: take them off the target, once DNS no longer leads them to CloudFront. */ readonly DeletionBehavior?: "KEEP" | "RESTORE_SOURCE" | "RELEASE";
  /** Make every check, write the plan into Plan, change nothing. */ readonly PlanOnly?: boolean;
}

export class AliasMigration extends CfnResource {
  constructor(scope: Construct, id: string, properties: AliasMigrationProperties);
  readonly attrMigrationId: string;
  readonly attrPhase: string;
  readonly attrResolvedStrategy: string;
  readonly attrSourceDomainName: string;
  readonly attrTargetDomainName: string;
  readonly attrCutoverTime: string;
  readonly attrPlan: string[];
  readonly attrRequiredDnsRecords: string[];
  readonly attrReconcileSource: string;
  readonly attrReconcileTarget: string;
  readonly attrWarnings: string[];
}
