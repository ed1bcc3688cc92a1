import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import {
  answer,
  createStack,
  type LocalAws,
  nextChangeAt,
  parseFault,
  type Stack,
  type StackRequest,
  startCloudFormation,
  startLocalAws,
  type TypeRegistration,
  type TypeSchema,
} from '@cutover/local-aws';
import { type End, type Judge, judgeOf, type Violation } from './checkers';
import { bypassOf, originsOf } from './origins';
import type { Schedule } from './schedules';
import { templateOf } from './template';
import type { Case } from './worlds';

/** What came of a schedule that went through bundle, SDK and wire. */
export interface WireOutcome extends End {
  readonly violations: readonly Violation[];
  /** Why CloudFormation says that it failed. */
  readonly reason?: string;
}

/**
 * One life of the resource as CloudFormation gives it: a stack with the built bundle, a process and fresh
 * credentials of the type's role for each turn, everything over loopback. The laws are the same as in process; the
 * virtual delays are not, because the stack draws ids of its own.
 */
export async function liveThroughTheWire(
  scenario: Case,
  seed: string,
  { fault }: Schedule,
): Promise<WireOutcome> {
  const aws = await startLocalAws({
    ...scenario.options(seed),
    origins: originsOf(scenario),
    endpoints: [bypassOf(scenario)],
  });
  try {
    scenario.fill(aws.world);
    const judge = judgeOf(scenario, aws.world);
    if (fault !== undefined) aws.world.faults.push(parseFault(fault));
    const stack = await deploy(aws, judge, scenario);
    await settle(aws, judge);
    const end = endOf(stack);
    return { ...end, violations: judge.conclude(end), reason: stack.statusReason };
  } finally {
    await aws.stop();
  }
}

async function deploy(aws: LocalAws, judge: Judge, { migration }: Case): Promise<Stack> {
  const type = builtType(aws);
  const cloudFormation = startCloudFormation({ ...aws, answer, types: [type] });
  const request: StackRequest = {
    accountId: migration.accountId,
    region: 'us-east-1',
    name: 'explored',
    file: 'the explored template',
    template: templateOf(type.typeName, migration),
  };
  let isSettled = false;
  const deployed = createStack(cloudFormation, request).finally(() => {
    isSettled = true;
  });
  keepLooking(aws, judge, () => isSettled);
  await aws.timeline.run(() => isSettled);
  return deployed;
}

/** Edges and name servers change seconds after a call, so a look a second learns of each change before it comes. */
const LOOK_EVERY_MS = 1000;

/** Puts the judge on the event queue, at every instant at which an edge or a name server changes. */
function keepLooking({ world, timeline }: LocalAws, judge: Judge, isOver: () => boolean): void {
  const look = (): void => {
    judge.look();
    if (isOver()) return;
    const next = Math.min(nextChangeAt(world) ?? Number.POSITIVE_INFINITY, timeline.now() + LOOK_EVERY_MS);
    timeline.at(next, 'judge', look);
  };
  timeline.at(timeline.now(), 'judge', look);
}

/** What is still on its way arrives, so that the end is the end. */
async function settle({ world, timeline }: LocalAws, judge: Judge): Promise<void> {
  for (let at = nextChangeAt(world); at !== undefined; at = nextChangeAt(world)) {
    await timeline.runTo(at);
    judge.look();
  }
}

/** A stack that could not be created is rolled back: there the resource is deleted. */
function endOf({ status }: Stack): End {
  if (status === 'CREATE_COMPLETE') return { created: 'succeeded' };
  return { created: 'failed', deleted: status === 'ROLLBACK_COMPLETE' ? 'succeeded' : 'failed' };
}

const TYPE_PACKAGE = 'awscommunity-cloudfront-aliasmigration';

function builtType(aws: LocalAws): TypeRegistration {
  const folder = dirname(require.resolve(`${TYPE_PACKAGE}/package.json`));
  const schema = JSON.parse(readFileSync(join(folder, `${TYPE_PACKAGE}.json`), 'utf8')) as TypeSchema;
  const bundle = join(folder, 'build', 'TypeFunction', 'dist', 'handlers.js');
  if (!existsSync(bundle)) throw new Error(`${bundle} is not built yet; run \`npm run build\`.`);
  return { typeName: schema.typeName, schema, runtime: aws.runtimeOf(bundle) };
}
