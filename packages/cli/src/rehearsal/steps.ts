import type { CallRecord, Stack, StackEvent } from '@cutover/local-aws';
import type { ReportStep } from './report';

/** Operations that change what viewers or other people see; SSM journal writes and reads are left out. */
const described: Readonly<Record<string, (input: Record<string, never>) => string>> = {
  UpdateDistribution: (input) => {
    const { Id, DistributionConfig } = input as { Id?: string; DistributionConfig?: WithAliases };
    return `UpdateDistribution ${Id}: aliases ${aliasesIn(DistributionConfig)}`;
  },
  UpdateDomainAssociation: (input) => {
    const move = input as { Domain?: string; TargetResource?: { DistributionId?: string } };
    return `UpdateDomainAssociation ${move.Domain}: now on ${move.TargetResource?.DistributionId}`;
  },
  AssociateAlias: (input) => {
    const move = input as { Alias?: string; TargetDistributionId?: string };
    return `AssociateAlias ${move.Alias}: now on ${move.TargetDistributionId}`;
  },
  CreateDistributionWithTags: (input) => {
    const given = input as { DistributionConfigWithTags?: { DistributionConfig?: WithAliases } };
    return `CreateDistribution: aliases ${aliasesIn(given.DistributionConfigWithTags?.DistributionConfig)}`;
  },
  PublishFunction: (input) => `PublishFunction ${(input as { Name?: string }).Name}`,
  UpdateKeys: (input) => {
    const { Puts = [], Deletes = [] } = input as { Puts?: object[]; Deletes?: object[] };
    return `UpdateKeys: ${Puts.length} items put, ${Deletes.length} deleted`;
  },
  ChangeResourceRecordSets: (input) => {
    const batch = (input as { ChangeBatch?: { Changes?: RecordChange[] } }).ChangeBatch;
    return `ChangeResourceRecordSets ${(batch?.Changes ?? []).map(changeInWords).join('; ')}`;
  },
};

interface WithAliases {
  readonly Aliases?: { readonly Items?: string[] };
}

const aliasesIn = (config: WithAliases | undefined): string => config?.Aliases?.Items?.join(', ') || 'none';

interface RecordChange {
  readonly Action?: string;
  readonly ResourceRecordSet?: {
    readonly Name?: string;
    readonly Type?: string;
    readonly ResourceRecords?: { readonly Value?: string }[];
    readonly AliasTarget?: { readonly DNSName?: string };
  };
}

function changeInWords({ Action, ResourceRecordSet: set }: RecordChange): string {
  const values = set?.AliasTarget
    ? `ALIAS ${set.AliasTarget.DNSName}`
    : (set?.ResourceRecords ?? []).map((each) => each.Value).join(' ');
  return `${Action} ${set?.Name} ${set?.Type} -> ${values}`;
}

/**
 * A change that a handler asked of AWS, in plain words; undefined for reads and for the journal.
 * What came of it is told when it was not accepted.
 */
export function callInWords(call: CallRecord): string | undefined {
  const words = described[call.operation]?.(call.input as Record<string, never>);
  if (words === undefined) return undefined;
  const fault = call.fault === undefined ? '' : ` [fault ${call.fault}]`;
  return call.outcome === 'ok' ? words + fault : `${words}: ${call.outcome}${fault}`;
}

/** One step for a call of the handler or of CloudFormation; undefined when it changed nothing. */
export function stepOfCall(call: CallRecord, secondsOf: (at: number) => number): ReportStep | undefined {
  const what = callInWords(call);
  return what === undefined ? undefined : { t: secondsOf(call.at), what, detail: `by ${call.actor}` };
}

/** What CloudFormation says of the stack as a whole and of every failure; the rest is in the calls. */
export function stepOfEvent(stack: Stack, event: StackEvent, t: number): ReportStep | undefined {
  const whole = event.logicalId === stack.name;
  if (!whole && !event.status.endsWith('FAILED')) return undefined;
  // CloudFormation's tidying up after an update is no step of anybody's.
  if (event.status.endsWith('CLEANUP_IN_PROGRESS')) return undefined;
  const what = whole ? event.status : `${event.logicalId}: ${event.status}`;
  return { t, what, stack: stack.name, ...(event.reason === undefined ? {} : { detail: event.reason }) };
}
