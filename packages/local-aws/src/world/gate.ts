import { createHash } from 'node:crypto';
import { afterwards, instead, meanwhile, sees, strikesOn } from '../faults/strike';
import { AwsFailure } from './failure';
import type { Answer, Request } from './operation';
import { operations } from './operations';
import { demand } from './permissions';
import type { World } from './world';

/**
 * The one way into the world, for the wire and for callers in the same process: faults, permissions, the transition,
 * one line in the log. Everything in it depends on the world and the request alone.
 */
export function answer(world: World, request: Request): Answer {
  const latencyMs = latencyOf(world, request);
  const strikes = strikesOn(world, request, latencyMs);
  meanwhile(strikes);
  const prevented = instead(strikes);
  if (prevented) {
    record(world, request, prevented, strikes);
    return prevented;
  }
  const sequence = world.sequence;
  const effect = perform(world, sees(strikes, world), request, latencyMs);
  record(world, request, effect, strikes);
  return afterwards(strikes, sequence, effect);
}

/** @param seen the world as the operation reads it; another one than `world` only under a stale read */
function perform(world: World, seen: World, request: Request, latencyMs: number): Answer {
  const { service, operation: name, input, caller } = request;
  try {
    const operation = operations.get(`${service}.${name}`);
    if (!operation) throw notWritten(`${service}.${name}`);
    demand(world, caller, service, operation.needs(input as never, world, caller));
    return { kind: 'output', output: operation.perform(seen, input as never, caller), latencyMs };
  } catch (error) {
    if (!(error instanceof AwsFailure)) throw error;
    const { code, status, message } = error;
    return { kind: 'failure', code, status, message, latencyMs };
  }
}

/** 400, because clients repeat a 5xx for minutes. */
const notWritten = (name: string): AwsFailure =>
  new AwsFailure(
    'NotImplemented',
    400,
    `The local AWS has no ${name}: nobody wrote that operation. Nothing was changed.`,
  );

const latencyOf = (world: World, { actor }: Request): number =>
  Math.round(world.chance.between(...world.knobs.callLatencyMs, actor, 'latency', world.calls.length));

/** What became of the world; that the caller heard something else is told by the faults. */
function record(
  world: World,
  request: Request,
  effect: Answer,
  strikes: readonly { readonly point: string }[],
): void {
  const { actor, into, service, operation } = request;
  const etag = effect.kind === 'output' ? etagIn(effect.output) : undefined;
  world.calls.push({
    at: world.now - world.startedAt,
    into,
    actor,
    service,
    operation,
    input: canonical(request),
    outcome: outcomeOf(effect),
    ...(etag !== undefined && { etag }),
    ...(strikes.length && { fault: strikes.map(({ point }) => point).join(', ') }),
  });
}

/**
 * The input as it is equal for equal seeds. The values of parameters are left out: what a handler keeps there tells
 * absolute times, and may be secret. Of a function's code and of an object the log has size and digest, enough to tell
 * two apart; of items their keys.
 */
const canonical = ({ service, operation, input }: Request): unknown => {
  const { Value, FunctionCode, Body, Puts, ...rest } = input as Bulky;
  if (service === 'ssm' && operation === 'PutParameter') return rest;
  if (operation === 'SetTypeConfiguration') return withoutConfiguration(input as object);
  if (service === 'cloudfront-keyvaluestore' && Puts) return { ...rest, Puts: Puts.map(({ Key }) => Key) };
  if (Body instanceof Uint8Array) return { ...rest, Body: digestOf(Body) };
  return FunctionCode instanceof Uint8Array ? { ...rest, FunctionCode: digestOf(FunctionCode) } : input;
};

/** What a type is configured with may be secret. */
const withoutConfiguration = ({
  Configuration: _kept,
  ...rest
}: {
  readonly Configuration?: string;
}): object => rest;

/** Members that may be long. */
interface Bulky {
  readonly Value?: string;
  readonly FunctionCode?: unknown;
  readonly Body?: unknown;
  readonly Puts?: readonly { readonly Key?: string }[];
}

const digestOf = (code: Uint8Array): string =>
  `${code.length} bytes, sha256 ${createHash('sha256').update(code).digest('hex')}`;

const outcomeOf = (effect: Answer): string =>
  effect.kind === 'output' ? 'ok' : effect.kind === 'failure' ? effect.code : effect.kind;

const etagIn = (output: unknown): string | undefined => (output as { ETag?: string } | undefined)?.ETag;
