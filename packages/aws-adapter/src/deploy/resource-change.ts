import type { Change } from '@aws-sdk/client-cloudformation';

/** What a change set does to one resource. */
export interface ResourceChange {
  readonly logicalId: string;
  readonly type: string;
  /** `Add`, `Modify`, `Remove` */
  readonly action: string;
  /** `True`, `False`, `Conditional`; only of Modify. */
  readonly replacement?: string;
  /** Properties that change, each once. */
  readonly properties: readonly string[];
}

export const changeOf = ({ ResourceChange: change = {} }: Change): ResourceChange => ({
  logicalId: change.LogicalResourceId ?? '',
  type: change.ResourceType ?? '',
  action: change.Action ?? '',
  ...(change.Replacement !== undefined && { replacement: change.Replacement }),
  properties: [...new Set((change.Details ?? []).flatMap(({ Target }) => Target?.Name ?? []))],
});
