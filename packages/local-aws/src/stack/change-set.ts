import type { CloudFormation } from './cloudformation';
import { differenceOf, type Replacement } from './difference';
import type { PreparedStack } from './prepare';
import type { Stack } from './stack';

/** One entry of a change set, as DescribeChangeSet shows it. */
export interface ResourceChange {
  readonly logicalId: string;
  readonly type: string;
  /** What there is already. */
  readonly physicalId?: string;
  readonly action: 'Add' | 'Modify' | 'Remove';
  /** Only of Modify. */
  readonly replacement?: Replacement;
  /** Properties that change; only of Modify. */
  readonly properties?: readonly string[];
  /** What becomes of the resource that goes, where one goes. */
  readonly policyAction?: 'Delete' | 'Retain' | 'ReplaceAndDelete' | 'ReplaceAndRetain';
}

/** What a deployment would do: resources in the order in which they would be worked on, then those that go. */
export function changesOf(
  cloudFormation: CloudFormation,
  stack: Stack | undefined,
  { template, order, properties }: Pick<PreparedStack, 'template' | 'order' | 'properties'>,
): ResourceChange[] {
  const existing = stack?.resources;
  const wanted = order.flatMap((logicalId): ResourceChange[] => {
    const definition = template.resources.get(logicalId)!;
    const { type } = definition;
    const last = existing?.get(logicalId);
    if (!last) return [{ logicalId, type, action: 'Add' }];
    const difference = differenceOf(
      cloudFormation.providers.get(type)!,
      last.properties,
      properties.get(logicalId)!,
    );
    if (!difference) return [];
    const policy = definition.updateReplacePolicy === 'Retain' ? 'ReplaceAndRetain' : 'ReplaceAndDelete';
    return [
      {
        logicalId,
        type,
        ...(last.made && { physicalId: last.made.physicalId }),
        action: 'Modify',
        ...difference,
        ...(difference.replacement !== 'False' && { policyAction: policy }),
      },
    ];
  });
  const removed = [...(existing?.values() ?? [])]
    .filter(({ logicalId }) => !template.resources.has(logicalId))
    .map(
      ({ logicalId, type, made }): ResourceChange => ({
        logicalId,
        type,
        ...(made && { physicalId: made.physicalId }),
        action: 'Remove',
        policyAction:
          stack?.template.resources.get(logicalId)?.deletionPolicy === 'Delete' ? 'Delete' : 'Retain',
      }),
    );
  return [...wanted, ...removed];
}
