import { callFaults, handlerFaults } from './catalogue';
import type { Fault } from './fault';
import type { FaultKind } from './kind';
import { strikableBy } from './listing';
import { pointOf } from './point';

/** A fault that does not exist or cannot be read; the message says what there is. */
export class FaultError extends Error {
  override readonly name = 'FaultError';
}

const syntax = /^([^.@:]+\.[^.@:]+\.[^.@:]+)(?:@(\d+)(?:x(\d+))?)?(?::(.+))?$/;

/**
 * Reads `POINT[@NTH[xTIMES]][:NAME=VALUE,…]`, for example `cloudfront.UpdateDistribution.lost@2` (the second call),
 * `ssm.*.throttled@1x5` (the first five), `cloudfront.UpdateDistribution.slow@1:seconds=900`.
 * @throws FaultError
 */
export function parseFault(text: string): Fault {
  const [, point, nth = '1', times = '1', settings] = syntax.exec(text.trim()) ?? [];
  if (point === undefined)
    throw new FaultError(
      `Cannot read the fault "${text}": write service.Operation.kind@N, for example cloudfront.UpdateDistribution.lost@2.`,
    );
  return faultAt({ point, nth: Number(nth), times: Number(times), settings: settingsIn(text, settings) });
}

export interface FaultRequest {
  readonly point: string;
  readonly nth?: number;
  readonly times?: number;
  readonly settings?: Readonly<Record<string, number | string>>;
}

/** A fault from its parts, checked: one that can never strike is refused. @throws FaultError */
export function faultAt({ point, nth = 1, times = 1, settings = {} }: FaultRequest): Fault {
  if (!Number.isInteger(nth) || nth < 1 || !Number.isInteger(times) || times < 1)
    throw new FaultError(
      `The fault ${point} strikes from call ${nth} on, ${times} times: both count from 1.`,
    );
  const kind = requireKind(point);
  for (const name of Object.keys(settings)) {
    if (name in kind.settings) continue;
    const known = Object.keys(kind.settings).join(', ') || 'none';
    throw new FaultError(`The fault ${point} has no setting "${name}". Its settings: ${known}.`);
  }
  return { point, nth, times, seen: 0, ...(Object.keys(settings).length && { settings }) };
}

function requireKind(point: string): FaultKind {
  const [service = '', operation = ''] = point.split('.');
  const kind = pointOf(point)?.kind;
  if (!kind) throw new FaultError(`There is no fault "${point}". There is ${points().join(', ')}.`);
  if (service === 'handler') return kind;
  const strikable = strikableBy(kind);
  const services = new Set(strikable.map((candidate) => candidate.service as string));
  if (service !== '*' && !services.has(service))
    throw new FaultError(
      `The fault ${point} names no service that it can strike: ${[...services].join(', ')}.`,
    );
  const names = strikable.filter((one) => service === '*' || one.service === service).map(({ name }) => name);
  if (operation !== '*' && !names.includes(operation))
    throw new FaultError(`The fault ${point} names no operation that it can strike: ${names.join(', ')}.`);
  return kind;
}

function settingsIn(text: string, list: string | undefined): Record<string, number | string> {
  const pairs = (list?.split(',') ?? []).map((pair) => {
    const [name, value, ...rest] = pair.split('=');
    if (!name || !value || rest.length)
      throw new FaultError(`Cannot read the setting "${pair}" of the fault "${text}". Write name=value.`);
    return [name, Number.isNaN(Number(value)) ? value : Number(value)] as const;
  });
  return Object.fromEntries(pairs);
}

const points = (): string[] => [
  ...[...callFaults.keys()].map((kind) => `service.Operation.${kind}`),
  ...[...handlerFaults.keys()].map((kind) => `handler.${kind}`),
];
