import { secondsToMs } from '@cutover/ground';
import type { Sleeper } from '../timeline';
import { newUuid } from '../world/ids';
import type { Answer } from '../world/operation';
import type { ServiceName } from '../world/world';
import type { CloudFormation } from './cloudformation';
import { CallFailure, ResourceFailure } from './resources/failure';
import type { Looked, ResourceContext } from './resources/provider';
import type { Made, Stack, StackResource } from './stack';

/** CloudFormation tries a call again that was throttled or failed on the other side, and so do we. */
const triesMax = 6;
const firstPauseSeconds = 2;

/** What a provider works with for one operation on one resource. */
export function contextOf(
  cloudFormation: CloudFormation,
  stack: Stack,
  resource: StackResource,
  sleeper: Sleeper,
): ResourceContext {
  const { world } = cloudFormation;
  const name = (alphabet: string, length: number): string =>
    world.chance.text(
      alphabet,
      length,
      'cloudformation',
      `${stack.name}/${resource.logicalId}`,
      world.sequence++,
    );
  const call: ResourceContext['call'] = async <O>(
    service: ServiceName,
    operation: string,
    first: object,
    look?: () => Promise<Looked<O>>,
  ): Promise<O> => {
    let input = first;
    for (let tries = 1; ; tries++) {
      const answer = cloudFormation.answer(world, {
        service,
        operation,
        input,
        caller: { accountId: stack.accountId, region: stack.region },
        actor: 'cloudformation',
        into: 0,
      });
      if (answer.kind !== 'killed') await sleeper.sleep(answer.latencyMs);
      if (answer.kind === 'output') return answer.output as O;
      if (tries === triesMax || !isWorthRetrying(answer)) throw failureOf(answer, service, operation);
      await sleeper.sleep(secondsToMs(firstPauseSeconds * 2 ** (tries - 1)));
      const seen = answer.kind === 'silence' ? await look?.() : undefined;
      if (seen && 'answer' in seen) return seen.answer;
      input = seen?.input ?? input;
    }
  };
  return {
    stackName: stack.name,
    stackId: stack.id,
    logicalId: resource.logicalId,
    type: resource.type,
    accountId: stack.accountId,
    region: stack.region,
    requestToken: newUuid(world),
    roles: world.roles,
    now: () => cloudFormation.timeline.now(),
    sleep: (ms) => sleeper.sleep(ms),
    call,
    name,
    begun: (made: Made) => {
      resource.made = made;
    },
  };
}

type Unanswered = Exclude<Answer, { kind: 'output' }>;

const isWorthRetrying = (answer: Unanswered): boolean =>
  answer.kind === 'silence' ||
  (answer.kind === 'failure' && (answer.status >= 500 || /^Throttling|TooManyRequests/.test(answer.code)));

function failureOf(answer: Unanswered, service: ServiceName, operation: string): Error {
  if (answer.kind === 'failure') return new CallFailure(service, answer.code, answer.status, answer.message);
  return new ResourceFailure('NetworkFailure', `${service}.${operation} was not answered`);
}
