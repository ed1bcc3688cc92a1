import type { DetectStackDriftInput, DetectStackDriftOutput } from '@aws-sdk/client-cloudformation';
import { newUuid } from '../../ids';
import type { Operation } from '../../operation';
import { findStack, stackNeed } from '../stacks';

/** Taken down as an order; its outcome shows under the id that is answered. */
export const detectStackDrift: Operation<DetectStackDriftInput, DetectStackDriftOutput> = {
  service: 'cloudformation',
  name: 'DetectStackDrift',
  needs: (input, _world, caller) => stackNeed('DetectStackDrift', caller, input.StackName),
  perform: (world, input, caller) => {
    const { id: stackId, accountId, region, name } = findStack(world, caller, input.StackName);
    const id = newUuid(world);
    world.driftDetections.set(id, {
      id,
      stackId,
      startedAt: world.now,
      status: 'DETECTION_IN_PROGRESS',
      differences: [],
    });
    const order = { id: stackId, accountId, region, name, template: '', parameters: {} };
    world.stackOrders.push({ kind: 'detect-drift', detectionId: id, ...order });
    return { StackDriftDetectionId: id };
  },
};
