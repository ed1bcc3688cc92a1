import type { StackInstance } from '@cutover/aws-adapter';
import { neverMade } from '../../install/deploy-stack';
import { packageUrl, type ReleasedType, type Stage } from '../stage';
import type { Goal } from './goals';
import type { RegionSight } from './plan';

/** Looks at one region, no further than its next step needs. */
export async function lookAtRegion(
  stage: Stage,
  type: ReleasedType,
  goal: Goal,
  publisherId: string | undefined,
  instance: StackInstance | undefined,
): Promise<Omit<RegionSight, 'attempts'>> {
  const { region, number } = goal;
  const account = stage.account(region);
  const base = { region, number, isDone: false } as const;
  if (number !== 'none' && publisherId !== undefined) {
    const now = await account.types.publicVersion(type.typeName, publisherId);
    if (now === goal.publicNumber) return { ...base, isDone: true, stack: 'there' };
  }
  if (!instance) return { ...base, stack: 'none' };
  const stack = instance.stackId ? await account.stacks.find(instance.stackId) : undefined;
  if (!stack || neverMade.test(stack.status)) return { ...base, stack: 'broken' };
  const hasPackage =
    instance.isCurrent &&
    stack.parameters.SchemaHandlerPackage === packageUrl(stage, type) &&
    stack.parameters.PublicVersion === number;
  if (number !== 'none' || !hasPackage) return { ...base, stack: 'there' };
  const test = await account.tests.state(stack.outputs.VersionArn ?? '');
  return { ...base, stack: 'there', test: test?.status, isDone: test?.status === 'PASSED' };
}
