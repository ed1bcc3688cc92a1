import { beginChange } from '../change-stack';
import type { CloudFormation } from '../cloudformation';
import { buildStack, newStack } from '../create-stack';
import { takeDown } from '../delete-stack';
import { firstFailure } from '../events';
import type { Work } from '../resource-steps';
import { StackFailure } from '../resources/failure';
import type { ResourceContext, ResourceProvider } from '../resources/provider';
import { list, record, required, type Shape, tags, text, whole } from '../resources/shape';
import type { Made, Stack } from '../stack';
import { TemplateError } from '../template-error';
import { prepareUpdate } from '../update-stack';
import { describe, isMembers, type Members } from '../value';
import { nestedType } from './package';
import { nestedRequest } from './request';

const parameters: Shape = {
  problems: (value, at) =>
    isMembers(value)
      ? Object.entries(value).flatMap(([name, each]) =>
          (Array.isArray(each) ? list(text) : text).problems(each, [...at, name]),
        )
      : [{ at, text: `must be an object, not ${describe(value)}` }],
  toApi: (value) => value,
};

const shape = record(
  { TemplateURL: required(text), Parameters: parameters, TimeoutInMinutes: whole, Tags: tags },
  { unsupported: ['NotificationARNs'] },
);

/**
 * AWS::CloudFormation::Stack. Ref is the nested stack's id, and GetAtt `Outputs.Name` an output of it. In an
 * update it cleans up when its parent does, and goes back when its parent does.
 */
export function nestedStackProvider(cloudFormation: CloudFormation): ResourceProvider {
  const find = (id: string): Stack => [...cloudFormation.stacks.values()].find((stack) => stack.id === id)!;
  const requestOf = (context: ResourceContext, properties: Members, name: string) =>
    nestedRequest(cloudFormation, properties, {
      accountId: context.accountId,
      region: context.region,
      name,
      disableRollback: find(context.stackId).disableRollback,
    });

  return {
    type: nestedType,
    attributes: [],
    hasAttribute: (name) => /^Outputs\.[A-Za-z0-9]+$/.test(name),
    createOnly: [],
    problems: (properties, at) => shape.problems(properties, at),

    create: async (context, properties) => {
      const suffix = context.name('ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789', 12);
      const name = `${context.stackName}-${context.logicalId}-${suffix}`;
      const { stack, prepared } = accepted(() =>
        newStack(cloudFormation, requestOf(context, properties, name), context.stackId),
      );
      context.begun(madeOf(stack));
      await buildStack({ cloudFormation, stack, sleeper: context }, prepared);
      insist(stack, 'CREATE_COMPLETE', 'created');
      return madeOf(stack);
    },

    update: async (context, made, properties) => {
      const stack = find(made.physicalId);
      const work = { cloudFormation, stack, sleeper: context };
      if (await wentBack(work)) return madeOf(stack);
      const prepared = accepted(() =>
        prepareUpdate(cloudFormation, stack, requestOf(context, properties, stack.name)),
      );
      if (!prepared) return made;
      await beginChange(work, prepared);
      insist(stack, 'UPDATE_COMPLETE_CLEANUP_IN_PROGRESS', 'updated');
      return madeOf(stack);
    },

    delete: async (context, made) => {
      const stack = find(made.physicalId);
      await takeDown({ cloudFormation, stack, sleeper: context });
      insist(stack, 'DELETE_COMPLETE', 'deleted');
    },
  };
}

/** An update that its parent takes back has not cleaned up yet: its old resources are still there. */
async function wentBack(work: Work): Promise<boolean> {
  const update = work.cloudFormation.unfinished.get(work.stack.id);
  if (!update) return false;
  await update.goBack(work);
  insist(work.stack, 'UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS', 'rolled back');
  return true;
}

const madeOf = ({ id, outputs }: Stack): Made => ({
  physicalId: id,
  attributes: Object.fromEntries(Object.entries(outputs).map(([name, value]) => [`Outputs.${name}`, value])),
});

/** What is wrong with a nested template only shows when its parameters are known; then it fails its resource. */
function accepted<T>(prepare: () => T): T {
  try {
    return prepare();
  } catch (error) {
    if (!(error instanceof TemplateError)) throw error;
    throw new StackFailure(error.message);
  }
}

/** @throws StackFailure when the nested stack has not got where it should */
function insist(stack: Stack, status: Stack['status'], verb: string): void {
  if (stack.status === status) return;
  const why = firstFailure(stack)?.reason ?? stack.statusReason;
  throw new StackFailure(`Embedded stack ${stack.id} was not successfully ${verb}: ${why}`);
}
