import { type FailureCall, failureOf } from '@cutover/aws-adapter';
import { type Answer, answer, type Caller, type Request, type World } from '@cutover/local-aws';

/** The handler's process died: nothing of the turn goes on. Not a failure that a domain could catch. */
export class Killed extends Error {}

/** The line from a turn to the world: in process, at the gate, with its meter of virtual time. */
export interface Line {
  call<O>(call: LineCall): O;
  /** Virtual milliseconds that the calls of this turn have cost. */
  spentMs(): number;
  /** Whether the turn was killed; what it answers after that, nobody hears. */
  isDead(): boolean;
}

export interface LineCall {
  readonly service: Request['service'];
  readonly operation: string;
  readonly input: object;
  readonly caller: Caller;
}

const serviceNames = {
  cloudfront: 'CloudFront',
  route53: 'Route 53',
  acm: 'ACM',
  cloudwatch: 'CloudWatch',
  ssm: 'SSM',
  sts: 'STS',
} as const;

/** @param afterCall runs after every call, so that checkers see each instant. */
export function lineTo(world: World, afterCall: () => void): Line {
  let spent = 0;
  let isDead = false;
  const call = <O>({ service, operation, input, caller }: LineCall): O => {
    // A killed process sends nothing more, though the promises of its turn still unwind here.
    if (isDead) throw new Killed('the turn was killed');
    const heard = answer(world, { service, operation, input, caller, actor: 'handler', into: spent });
    spent += 'latencyMs' in heard ? heard.latencyMs : 0;
    afterCall();
    if (heard.kind === 'killed') {
      isDead = true;
      throw new Killed(`killed at ${service}.${operation}`);
    }
    if ('thenKilled' in heard && heard.thenKilled) isDead = true;
    return outputOf<O>(heard, { service, operation });
  };
  return { call, spentMs: () => spent, isDead: () => isDead };
}

function outputOf<O>(
  heard: Exclude<Answer, { kind: 'killed' }>,
  { service, operation }: Pick<LineCall, 'service' | 'operation'>,
): O {
  if (heard.kind === 'output') return heard.output as O;
  const what: FailureCall = {
    service: serviceNames[service as keyof typeof serviceNames],
    operation,
    resource: 'the world',
  };
  throw failureOf(what, heard.kind === 'silence' ? noAnswer() : sdkErrorOf(heard));
}

/** The same errors as the SDK would throw, so that one table reads both. */
const noAnswer = (): Error => Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' });
const sdkErrorOf = ({ code, status, message }: Extract<Answer, { kind: 'failure' }>): Error =>
  Object.assign(new Error(message), { name: code, $metadata: { httpStatusCode: status } });
