import {
  type Declaration,
  type Journal,
  reconciliationOf,
  recordText,
  requiredRecords,
} from '@cutover/alias-migration';
import { plainOf } from '@cutover/registry-face';
import { ResourceModel } from './models';

/** The resource's properties as JSON: what CloudFormation sends and gets back. */
export interface Properties extends Declaration {
  MigrationId?: string;
  Phase?: string;
  ResolvedStrategy?: string;
  SourceDomainName?: string;
  TargetDomainName?: string;
  CutoverTime?: string;
  Plan?: string[];
  RequiredDnsRecords?: string[];
  ReconcileSource?: string;
  ReconcileTarget?: string;
  Warnings?: string[];
}

/** The library's models have members of other names (`aliases`) and say themselves how they are written as JSON. */
export const propertiesOf = (model: ResourceModel | null | undefined): Properties =>
  plainOf(model?.toJSON() ?? {}) as Properties;

/** The library fills a model from JSON only here; its constructor takes members, not properties. */
export const modelOf = (properties: Partial<Properties>): ResourceModel =>
  ResourceModel.deserialize(properties as Record<string, unknown>);

const READ_ONLY = [
  'MigrationId',
  'Phase',
  'ResolvedStrategy',
  'SourceDomainName',
  'TargetDomainName',
  'CutoverTime',
  'Plan',
  'RequiredDnsRecords',
  'ReconcileSource',
  'ReconcileTarget',
  'Warnings',
] as const satisfies (keyof Properties)[];

/** The properties that a person declared: an update gets the read-only ones of the last answer too. */
export function declaredIn(properties: Properties): Properties {
  const declared = { ...properties };
  for (const name of READ_ONLY) delete declared[name];
  return declared;
}

/**
 * What the resource shows of a journal: the declared properties exactly, and what came of them.
 * @param lost names that have left the target since: they are missing from Aliases, which is drift
 */
export function shownOf(journal: Journal, lost: readonly string[] = []): Properties {
  const { before, cutoverAt } = journal;
  const declared = journal.declared as unknown as Properties;
  const reconciliation = reconciliationOf(journal, lost);
  const shown = {
    ...declared,
    Aliases: declared.Aliases.filter((alias) => !lost.includes(alias)),
    MigrationId: journal.migrationId,
    Phase: journal.phase,
    ResolvedStrategy: before?.strategy,
    SourceDomainName: before?.source.domainName,
    TargetDomainName: before?.target.domainName,
    CutoverTime: cutoverAt === undefined ? undefined : new Date(cutoverAt).toISOString(),
    Plan: before ? [...before.plan] : undefined,
    RequiredDnsRecords: before?.customer && requiredRecords(before).map(recordText),
    ReconcileSource: reconciliation?.source,
    ReconcileTarget: reconciliation?.target,
    Warnings: reconciliation?.warnings,
  };
  return plainOf(shown) as Properties;
}
