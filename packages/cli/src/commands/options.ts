import { InvalidArgumentError } from 'commander';

/** A fault as it is given on the command line: `cloudfront.UpdateDistribution.lost@2x3`. */
export interface FaultOption {
  readonly point: string;
  readonly nth: number;
  readonly times: number;
}

/** `POINT[@N[xM]]`: from the N-th matching call on (1), M times (1). */
export function faultOption(text: string, others: readonly FaultOption[] = []): FaultOption[] {
  const match =
    /^(?<point>[a-z0-9]+\.[A-Za-z0-9*]+\.[a-z]+)(?:@(?<nth>[1-9]\d*)(?:x(?<times>[1-9]\d*))?)?$/.exec(text);
  const { point, nth, times } = match?.groups ?? {};
  if (point === undefined)
    throw new InvalidArgumentError(
      'write service.Operation.kind[@N[xM]], for example cloudfront.UpdateDistribution.lost@1',
    );
  return [...others, { point, nth: Number(nth ?? 1), times: Number(times ?? 1) }];
}

export function portOption(text: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65535)
    throw new InvalidArgumentError('a port is a number from 0 to 65535.');
  return port;
}

/** A number above zero. */
export function positiveOption(text: string): number {
  const value = Number(text);
  if (!(value > 0 && Number.isFinite(value))) throw new InvalidArgumentError('it must be a number above 0.');
  return value;
}

/** A moment, for runs that must be the same on another day: ISO 8601. */
export function instantOption(text: string): number {
  const instant = Date.parse(text);
  if (Number.isNaN(instant))
    throw new InvalidArgumentError('write an ISO 8601 time, for example 2026-01-01T00:00:00Z.');
  return instant;
}
