import type { DriftDetection } from '../world/cloudformation/drift/record';
import type { StackOrder } from '../world/cloudformation/stack-order';
import { AwsFailure } from '../world/failure';
import type { CloudFormation } from './cloudformation';
import { contextOf } from './context';
import { findStack } from './delete-stack';
import { ResourceFailure } from './resources/failure';
import type { StackResource } from './stack';
import { isMembers, type Members, type Value } from './value';

/** Compares every resource whose type can be read with what its template says of it. */
export async function detectDrift(cloudFormation: CloudFormation, order: StackOrder): Promise<void> {
  const { world, timeline, providers } = cloudFormation;
  const detection = world.driftDetections.get(order.detectionId ?? '')!;
  const end = (outcome: Partial<DriftDetection>): void => {
    world.driftDetections.set(detection.id, { ...detection, ...outcome });
  };
  const stack = findStack(cloudFormation, order);
  await timeline.spawn('cloudformation', async (sleeper) => {
    const differences: string[] = [];
    try {
      for (const resource of stack.resources.values()) {
        const { read } = providers.get(resource.type)!;
        if (!read || !resource.made) continue;
        const context = contextOf(cloudFormation, stack, resource, sleeper);
        const found = await read(context, resource.made, resource.properties);
        differences.push(...differencesIn(resource, found));
      }
      end({ status: 'DETECTION_COMPLETE', differences });
    } catch (error) {
      if (!(error instanceof ResourceFailure || error instanceof AwsFailure)) throw error;
      end({ status: 'DETECTION_FAILED', reason: error.message });
    }
  });
}

/** What the template is silent about is no drift, and neither is what a read leaves out, such as write-only values. */
const differencesIn = ({ logicalId, properties }: StackResource, found: Members): string[] =>
  Object.entries(properties)
    .filter(([name, value]) => name in found && !isCovered(value, found[name]!))
    .map(([name]) => `${logicalId}: /properties/${name}`);

function isCovered(declared: Value, found: Value): boolean {
  if (Array.isArray(declared))
    return (
      Array.isArray(found) &&
      found.length === declared.length &&
      declared.every((each, n) => isCovered(each, found[n]!))
    );
  if (isMembers(declared))
    return (
      isMembers(found) &&
      Object.entries(declared).every(([name, each]) => name in found && isCovered(each, found[name]!))
    );
  // Templates write numbers and booleans as text, too.
  return String(declared) === String(found);
}
