import { AwsFailure } from '../failure';
import type { Caller, Need } from '../operation';
import type { World } from '../world';
import type { StackExport, StackRecord } from './stack-record';

/** What makes export names unique: one account in one region. */
export const exportKey = (accountId: string, region: string, name: string): string =>
  `${accountId}/${region}/${name}`;

const isHere = (
  caller: Pick<Caller, 'accountId' | 'region'>,
  { accountId, region }: Pick<StackRecord, 'accountId' | 'region'>,
): boolean => accountId === caller.accountId && region === caller.region;

export const stacksOf = (world: World, caller: Caller): StackRecord[] =>
  [...world.stacks.values()].filter((stack) => isHere(caller, stack));

export const exportsOf = (world: World, caller: Caller): StackExport[] =>
  [...world.exports.values()].filter((each) => isHere(caller, each));

/** Names of the stacks whose templates import an export, in order of their creation. */
export const importersOf = (world: World, { accountId, region, name }: StackExport): string[] =>
  [...world.stacks.values()]
    .filter((stack) => isHere({ accountId, region }, stack) && stack.status !== 'DELETE_COMPLETE')
    .filter(({ imports }) => imports.includes(name))
    .map((stack) => stack.name);

/** By name only a stack that exists, by id also one that is deleted: so does CloudFormation. */
export const stackAt = (
  world: World,
  caller: Caller,
  nameOrId: string | undefined,
): StackRecord | undefined =>
  stacksOf(world, caller).find(({ id, name, status }) =>
    nameOrId?.startsWith('arn:') ? id === nameOrId : name === nameOrId && status !== 'DELETE_COMPLETE',
  );

/**
 * The same, where there has to be one.
 * @param notFound CloudFormation's words, which differ from operation to operation
 */
export function findStack(
  world: World,
  caller: Caller,
  nameOrId: string | undefined,
  notFound = (given: string) => `Stack with id ${given} does not exist`,
): StackRecord {
  const found = stackAt(world, caller, nameOrId);
  if (!found) throw validationError(notFound(nameOrId ?? ''));
  return found;
}

/** CloudFormation's one code for everything that is wrong with a request. */
export const validationError = (message: string): AwsFailure =>
  new AwsFailure('ValidationError', 400, message);

/** The need of an operation on a stack, by name or id. */
export const stackNeed = (action: string, caller: Caller, nameOrId: string | undefined): Need[] => [
  {
    action: `cloudformation:${action}`,
    resource: nameOrId?.startsWith('arn:')
      ? nameOrId
      : `arn:aws:cloudformation:${caller.region}:${caller.accountId}:stack/${nameOrId ?? ''}/*`,
  },
];
