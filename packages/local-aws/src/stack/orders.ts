import type { Instant } from '@cutover/ground';
import type { StackOrder } from '../world/cloudformation/stack-order';
import type { TestRunner } from '../world/registry/tests';
import type { CloudFormation } from './cloudformation';
import { createStack } from './create-stack';
import { deleteStack } from './delete-stack';
import { detectDrift } from './drift';
import { fillChangeSet } from './fill-change-set';
import { runTypeTests } from './registry/type-tests';
import { carryOutStackSet } from './stack-sets/carry-out';
import { TemplateError } from './template-error';
import { updateStack } from './update-stack';

const everyMs = 20;

/**
 * Carries out the stacks that clients order through the API, for a local AWS whose time follows a clock: orders are
 * taken as they come, and the timeline is moved along.
 * @param runTests what TestType asks for; without it, tests are in progress for ever
 * @returns what ends it, when the last step that has begun is done
 */
export function serveStackOrders(
  cloudFormation: CloudFormation,
  now: () => Instant,
  runTests?: TestRunner,
): { stop(): Promise<void> } {
  let busy: Promise<void> | undefined;
  const round = async (): Promise<void> => {
    await takeOrders(cloudFormation, runTests);
    await cloudFormation.timeline.runTo(now());
  };
  const timer = setInterval(() => {
    busy ??= round().finally(() => {
      busy = undefined;
    });
  }, everyMs);
  timer.unref();
  return {
    stop: async () => {
      clearInterval(timer);
      await busy;
    },
  };
}

/**
 * Begins with what clients have ordered: a flow of the timeline each, which ends while time passes. Contract tests are
 * run to their end, in time of ours.
 */
export async function takeOrders(cloudFormation: CloudFormation, runTests?: TestRunner): Promise<void> {
  const { world } = cloudFormation;
  for (const order of world.stackOrders.splice(0)) void carryOut(cloudFormation, order);
  for (const order of world.stackSetOrders.splice(0)) void carryOutStackSet(cloudFormation, order);
  if (runTests) await runTypeTests(world, runTests);
}

async function carryOut(cloudFormation: CloudFormation, order: StackOrder): Promise<void> {
  const { world } = cloudFormation;
  const { kind, id, name } = order;
  const before = [...cloudFormation.stacks.values()].find((stack) => stack.id === id)?.status;
  try {
    if (kind === 'detect-drift') return void (await detectDrift(cloudFormation, order));
    if (kind === 'delete') return void (await deleteStack(cloudFormation, order));
    const { template = templateOf(cloudFormation, id) } = order;
    const request = { ...order, template, parameters: withKept(cloudFormation, order), file: name };
    if (kind === 'preview') return fillChangeSet(cloudFormation, order.changeSetId ?? '', request);
    const deploy = kind === 'create' ? createStack : updateStack;
    await deploy(cloudFormation, request);
  } catch (error) {
    if (!(error instanceof TemplateError)) throw error;
    const record = world.stacks.get(id)!;
    world.stacks.set(id, { ...record, status: before ?? 'ROLLBACK_COMPLETE', statusReason: error.message });
  }
}

const templateOf = ({ stacks }: CloudFormation, id: string): string =>
  [...stacks.values()].find((each) => each.id === id)?.template.document.text ?? '';

/** A client that keeps a value may not know it: NoEcho shows it to nobody. */
function withKept(
  { stacks }: CloudFormation,
  { id, parameters, kept = [] }: StackOrder,
): Record<string, string> {
  const stack = [...stacks.values()].find((each) => each.id === id);
  const values = kept.flatMap((key) => {
    const value = stack?.parameters.get(key);
    return value === undefined ? [] : [[key, value.text]];
  });
  return { ...Object.fromEntries(values), ...parameters };
}
