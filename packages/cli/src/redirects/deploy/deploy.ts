import type {
  ChangeSet,
  DeployAccount,
  DeployedStack,
  ResourceChange,
  RulesVersion,
  StackEvent,
} from '@cutover/aws-adapter';
import { type Difference, diff } from '@cutover/redirect-rules';
import { UserError } from '../../user-error';
import { orRuleProblem } from '../rule-problem';
import { followed, hasSucceeded, isEmpty, lastEvent, type Pace, seenChangeSet } from './follow';
import type { Gated } from './gate';
import { type Live, liveRules } from './live';
import { isNew, keptIn, refuseUnready } from './stack';
import type { DeployTemplate } from './template';
import { bucketFor, keyFor, placed, refuseUnversioned, uploaded } from './upload';

export interface DeployRequest {
  readonly stage: string;
  readonly stack: string;
  readonly template: DeployTemplate;
  /** Where the rules come from; its ending names the object in S3. */
  readonly file: string;
  readonly gated: Gated;
  readonly bucket?: string;
  readonly parameters: Readonly<Record<string, string>>;
  readonly capabilities: readonly string[];
  /** A site may go, and its hosts with it. */
  readonly mayRemove: boolean;
  readonly now: number;
}

/** What a person is shown while it goes on. */
export interface Audience {
  difference(live: Live, difference: Difference | undefined): void;
  uploaded(version: RulesVersion): void;
  changes(changes: readonly ResourceChange[]): void;
  event(event: StackEvent): void;
}

/** What a deployment would replace, before anything is touched. */
export interface Prospect {
  readonly stack: DeployedStack | undefined;
  readonly live: Live;
  readonly difference?: Difference;
  readonly bucket: string;
  readonly key: string;
}

/** `UNCHANGED`, or the status in which the stack has ended. */
export interface Deployed {
  readonly status: string;
  readonly passed: boolean;
  readonly why?: string;
  readonly rules: RulesVersion;
  readonly changes: readonly ResourceChange[];
  readonly outputs: Readonly<Record<string, string>>;
}

/** Looks at what is there, and writes nothing. @throws UserError, Failure */
export async function prospect(
  account: DeployAccount,
  request: DeployRequest,
  show: Audience,
): Promise<Prospect> {
  const stack = await account.stacks.find(request.stack);
  refuseUnready(request.stack, stack);
  const bucket = bucketFor(request.bucket, stack);
  await refuseUnversioned(account, bucket);
  const live = await liveRules(account, stack);
  const difference =
    live.kind === 'rules'
      ? orRuleProblem(() => diff(live.rules, request.gated.rules, { now: request.now }))
      : undefined;
  show.difference(live, difference);
  return { stack, live, difference, bucket, key: keyFor(request.stack, request.file) };
}

/** Uploads the rules and takes the stack to them. @throws UserError, Failure */
export async function deploy(
  account: DeployAccount,
  request: DeployRequest,
  { stack, live, bucket, key }: Prospect,
  pace: Pace,
  show: Audience,
): Promise<Deployed> {
  const rules = await uploaded(account, request.gated, { bucket, key }, live);
  show.uploaded(rules);
  const parameters = parametersFor(request, rules);
  const { id, stackId } = await account.stacks.prepare({
    stack: request.stack,
    name: `rules-${request.gated.sha256.slice(0, 12)}-${request.now}`,
    isNew: isNew(stack),
    template: await placed(account, request, bucket),
    parameters,
    kept: keptIn(request.template, parameters, stack),
    capabilities: request.capabilities,
  });
  const changeSet = await seenChangeSet(account, id, pace);
  const refusal = refusalOf(changeSet, request);
  if (refusal !== undefined || isEmpty(changeSet)) {
    await account.stacks.discard(id);
    if (refusal !== undefined) throw new UserError(`the stack ${request.stack}: ${refusal}`);
    return { status: 'UNCHANGED', passed: true, rules, changes: [], outputs: stack?.outputs ?? {} };
  }
  const { changes } = changeSet;
  show.changes(changes);
  const after = await lastEvent(account, stackId);
  await account.stacks.execute(id);
  const { stack: ended, why } = await followed(account, { stackId, after, pace }, show.event);
  const passed = hasSucceeded(ended.status);
  return { status: ended.status, passed, why, rules, changes, outputs: ended.outputs };
}

/** The stage goes to templates that ask for it. */
const parametersFor = (
  { stage, parameters, template, gated }: DeployRequest,
  { bucket, key, versionId }: RulesVersion,
): Record<string, string> => ({
  ...(template.parameters.includes('Stage') && { Stage: stage }),
  ...parameters,
  RulesBucket: bucket,
  RulesKey: key,
  RulesVersionId: versionId,
  RulesSha256: gated.sha256,
});

const siteType = 'AwsCommunity::Redirect::Site';

/** Why a change set may not be executed. */
function refusalOf(changeSet: ChangeSet, { mayRemove }: DeployRequest): string | undefined {
  if (changeSet.status === 'FAILED') return isEmpty(changeSet) ? undefined : changeSet.reason;
  const lost = changeSet.changes.find(
    ({ type, action, replacement }) => type === siteType && (action === 'Remove' || replacement === 'True'),
  );
  if (lost === undefined || mayRemove) return undefined;
  return `${lost.logicalId} would be ${lost.action === 'Remove' ? 'removed' : 'replaced'}, and its hosts would be without an answer; nothing was changed. Give --allow-removal where that is meant`;
}
