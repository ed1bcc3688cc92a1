import { relative } from 'node:path';
import {
  answer,
  type CloudFormation,
  type Invocation,
  type Knobs,
  type LocalAws,
  startCloudFormation,
  startLocalAws,
  type World,
} from '@cutover/local-aws';
import { Deployments } from '../rehearsal/deployments';
import { prepare } from '../rehearsal/prepare';
import type { TypeProject } from './project';
import { type ContractSetting, homeOf } from './setting';

/** A local AWS in which everything stands that the suite needs. */
export interface Stage {
  readonly aws: LocalAws;
  /** The role that the registry would assume for the type. */
  readonly roleArn: string;
  /** By name, as ListExports tells the suite. */
  readonly exported: ReadonlyMap<string, string>;
}

export interface StageOptions {
  readonly seed: string;
  readonly startedAt: number;
  readonly cacheFolder: string;
  readonly onInvocation: (invocation: Invocation) => void;
}

const roleStack = 'contract-type-role';

/** The suite judges answers, not patience: most of AWS is done before a handler looks again, 5 seconds later. */
const quick: Partial<Knobs> = {
  edgeCount: 2,
  edgeDelaySeconds: [1, 2],
  deployTailSeconds: [1, 2],
  publishLagSeconds: [1, 4],
  functionDelaySeconds: [1, 2],
  itemDelaySeconds: [1, 2],
  keyValueStoreSeconds: [1, 2],
  certificateSeconds: [1, 2],
  // Lambda keeps one process through a suite of seconds. What a cold start does to a handler, rehearsals show.
  turnsPerProcess: Number.POSITIVE_INFINITY,
};

/** Starts a local AWS, makes what the setting says, and the type's role from its generated template. */
export async function setStage(
  project: TypeProject,
  setting: ContractSetting,
  { seed, startedAt, cacheFolder, onInvocation }: StageOptions,
): Promise<Stage> {
  const [account = ''] = Object.keys(setting.accounts);
  const aws = await startLocalAws({
    seed,
    startedAt,
    knobs: { ...quick, ...setting.knobs },
    accounts: Object.entries(setting.accounts).map(([name, id]) => ({ id, name })),
    origins: Object.entries(setting.origins).map(([domainName, { rules }]) => ({ domainName, rules })),
    functions: project.functions,
    cacheFolder,
    onInvocation,
  });
  try {
    const cloudFormation = startCloudFormation({ world: aws.world, timeline: aws.timeline, answer });
    const template = relative(setting.folder, project.roleTemplate);
    const role = { account, stack: roleStack, template, parameters: {} };
    const withRole: ContractSetting = {
      ...setting,
      before: { ...setting.before, stacks: [role, ...setting.before.stacks] },
    };
    await prepare(aws, withRole, new Deployments(withRole, cloudFormation));
    const roleArn = roleOf(cloudFormation);
    letListExports(aws.world, roleArn);
    return { aws, roleArn, exported: exportsOf(aws.world, homeOf(setting)) };
  } catch (error) {
    await aws.stop();
    throw error;
  }
}

const roleOf = ({ stacks }: CloudFormation): string => {
  const stack = [...stacks.values()].find(({ name }) => name === roleStack);
  const role = [...(stack?.resources.values() ?? [])].find(({ type }) => type === 'AWS::IAM::Role');
  return String(role?.made?.attributes.Arn);
};

/** The suite reads the exports with the very role that it tests; this one permission is its own need, not a handler's. */
function letListExports(world: World, roleArn: string): void {
  const role = world.roles.get(roleArn)!;
  const Statement = [{ Effect: 'Allow' as const, Action: 'cloudformation:ListExports', Resource: '*' }];
  world.roles.set(roleArn, { ...role, policies: [...role.policies, { Statement }] });
}

const exportsOf = (
  { exports }: World,
  { accountId, region }: ReturnType<typeof homeOf>,
): Map<string, string> =>
  new Map(
    [...exports.values()]
      .filter((each) => each.accountId === accountId && each.region === region)
      .map(({ name, value }) => [name, value]),
  );
