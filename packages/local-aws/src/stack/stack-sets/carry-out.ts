import {
  isAt,
  type StackInstanceRecord,
  type StackSetOperationRecord,
  type StackSetOrder,
  type StackSetRecord,
  type StackSetResultRecord,
} from '../../world/stack-sets/record';
import { putStackSet } from '../../world/stack-sets/stack-set';
import type { CloudFormation } from '../cloudformation';
import { deployInstance } from './instance';

type Result = Pick<StackSetResultRecord, 'status' | 'statusReason'>;

/**
 * Carries out one operation of a stack set: all its regions at once, or one after the other until more accounts of a
 * region have failed than may. The operation counts as SUCCEEDED as long as no region had more failures than that.
 */
export async function carryOutStackSet(cloudFormation: CloudFormation, order: StackSetOrder): Promise<void> {
  const { world, timeline } = cloudFormation;
  const { operationId } = order;
  const current = (): StackSetRecord => world.stackSets.get(order.stackSetKey)!;
  const operation = current().operations.find(({ id }) => id === operationId)!;
  const one = async (place: StackSetResultRecord): Promise<Result> => {
    noteResult(cloudFormation, current(), operationId, place, { status: 'RUNNING' });
    const result = await deployInstance(cloudFormation, current(), place, operation.action);
    noteResult(cloudFormation, current(), operationId, place, result);
    return result;
  };
  const results = operation.isParallel
    ? await Promise.all(operation.results.map(one))
    : await inTurn(operation, one, (place) =>
        noteResult(cloudFormation, current(), operationId, place, { status: 'CANCELLED' }),
      );
  const isFailed = exceeds(operation, results);
  putOperation(cloudFormation, current(), {
    ...current().operations.find(({ id }) => id === operationId)!,
    status: isFailed ? 'FAILED' : 'SUCCEEDED',
    endedAt: timeline.now(),
  });
}

async function inTurn(
  operation: StackSetOperationRecord,
  one: (place: StackSetResultRecord) => Promise<Result>,
  cancel: (place: StackSetResultRecord) => void,
): Promise<Result[]> {
  const results: Result[] = [];
  for (const place of operation.results) {
    if (exceeds(operation, results)) {
      cancel(place);
      results.push({ status: 'CANCELLED' });
    } else results.push(await one(place));
  }
  return results;
}

/** Failures count region by region. */
function exceeds({ results, failureTolerance }: StackSetOperationRecord, ended: readonly Result[]): boolean {
  const failures = new Map<string, number>();
  ended.forEach(({ status }, n) => {
    const region = results[n]?.region ?? '';
    if (status === 'FAILED') failures.set(region, (failures.get(region) ?? 0) + 1);
  });
  return [...failures.values()].some((count) => count > failureTolerance);
}

const putOperation = (
  { world }: CloudFormation,
  set: StackSetRecord,
  operation: StackSetOperationRecord,
): void =>
  putStackSet(world, {
    ...set,
    operations: set.operations.map((each) => (each.id === operation.id ? operation : each)),
  });

/** An operation's result in one place shows in the instance there, too; a deleted one is gone. */
function noteResult(
  { world }: CloudFormation,
  set: StackSetRecord,
  operationId: string,
  place: StackSetResultRecord,
  result: Result,
): void {
  const operations = set.operations.map((each) =>
    each.id === operationId
      ? { ...each, results: each.results.map((one) => (isAt(place, one) ? { ...one, ...result } : one)) }
      : each,
  );
  const isDeleted =
    result.status === 'SUCCEEDED' && operations.find(({ id }) => id === operationId)?.action === 'DELETE';
  const noted = (each: StackInstanceRecord): StackInstanceRecord => ({
    ...each,
    status: result.status === 'SUCCEEDED' ? 'CURRENT' : 'OUTDATED',
    detailedStatus: result.status,
    statusReason: result.statusReason,
  });
  const instances = set.instances.flatMap((each) =>
    !isAt(place, each) ? [each] : isDeleted ? [] : [noted(each)],
  );
  putStackSet(world, { ...set, operations, instances });
}
