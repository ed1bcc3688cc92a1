import { validationError } from '../cloudformation/stacks';
import { AwsFailure } from '../failure';
import { newUuid } from '../ids';
import type { World } from '../world';
import {
  isAt,
  type StackInstanceRecord,
  type StackSetOperationRecord,
  type StackSetRecord,
  stackSetKey,
} from './record';
import { putStackSet } from './stack-set';

/** What every operation on instances may be asked for. */
export interface Asked {
  readonly OperationId?: string | undefined;
  readonly OperationPreferences?: {
    readonly RegionConcurrencyType?: string | undefined;
    readonly RegionOrder?: readonly string[] | undefined;
    readonly FailureToleranceCount?: number | undefined;
    readonly FailureTolerancePercentage?: number | undefined;
  };
  readonly Accounts?: readonly string[] | undefined;
  readonly Regions?: readonly string[] | undefined;
  readonly ParameterOverrides?: readonly {
    readonly ParameterKey?: string | undefined;
    readonly ParameterValue?: string | undefined;
  }[];
}

type Place = Pick<StackInstanceRecord, 'accountId' | 'region'>;

/** The places that are named. @throws AwsFailure where accounts or regions are missing */
export function placesIn({ Accounts = [], Regions = [] }: Asked): Place[] {
  if (Accounts.length === 0 || Regions.length === 0)
    throw validationError('Accounts and Regions must both be specified');
  return Regions.flatMap((region) => Accounts.map((accountId) => ({ accountId, region })));
}

/** One operation at a time: a set on which another one runs takes none. @throws AwsFailure */
export function refuseBusy(set: StackSetRecord, { OperationId }: Asked): void {
  if (set.operations.some(({ id }) => id === OperationId))
    throw new AwsFailure('OperationIdAlreadyExistsException', 409, `Operation ${OperationId} already exists`);
  const running = set.operations.find(({ status }) => status === 'RUNNING');
  if (running)
    throw new AwsFailure(
      'OperationInProgressException',
      409,
      `Another Operation on StackSet ${set.id} is in progress: ${running.id}`,
    );
}

/** Takes an operation down as an order; its instances are OUTDATED until it has got to them. @returns its id */
export function begin(
  world: World,
  set: StackSetRecord,
  action: StackSetOperationRecord['action'],
  { OperationId, OperationPreferences = {} }: Asked,
  touched: readonly StackInstanceRecord[],
): string {
  const id = OperationId ?? newUuid(world);
  const { RegionConcurrencyType, RegionOrder = [], FailureToleranceCount = 0 } = OperationPreferences;
  const ordered = touched.toSorted(
    (one, other) => RegionOrder.indexOf(one.region) - RegionOrder.indexOf(other.region),
  );
  const operation: StackSetOperationRecord = {
    id,
    action,
    status: 'RUNNING',
    createdAt: world.now,
    isParallel: RegionConcurrencyType === 'PARALLEL',
    // A percentage below 100 of one account is none.
    failureTolerance:
      OperationPreferences.FailureTolerancePercentage === 100
        ? Number.POSITIVE_INFINITY
        : FailureToleranceCount,
    results: ordered.map(({ accountId, region }) => ({ accountId, region, status: 'PENDING' })),
  };
  const waiting = touched.map((each) => ({
    ...each,
    status: 'OUTDATED' as const,
    detailedStatus: 'PENDING' as const,
    statusReason: undefined,
    lastOperationId: id,
  }));
  const others = set.instances.filter((each) => !touched.some((other) => isAt(each, other)));
  putStackSet(world, {
    ...set,
    instances: [...others, ...waiting],
    operations: [...set.operations, operation],
  });
  world.stackSetOrders.push({ stackSetKey: stackSetKey(set, set.name), operationId: id });
  return id;
}

export const valuesIn = (
  parameters: Asked['ParameterOverrides'] | undefined,
): Record<string, string> | undefined =>
  parameters &&
  Object.fromEntries(
    parameters.map(({ ParameterKey = '', ParameterValue = '' }) => [ParameterKey, ParameterValue]),
  );
