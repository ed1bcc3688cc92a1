import type { Answer, Request } from '../world/operation';
import type { World } from '../world/world';
import type { FaultKind, Strike } from './kind';
import { pointOf } from './point';

/** A strike with the kind that knows what to do. */
export interface KindStrike extends Strike {
  readonly kind: FaultKind;
  readonly point: string;
}

const none: readonly KindStrike[] = [];

/** The faults that hit this call. Counts the call for every fault that it matches. */
export function strikesOn(world: World, request: Request, latencyMs: number): readonly KindStrike[] {
  if (world.faults.length === 0) return none;
  return world.faults.flatMap((fault) => {
    const point = pointOf(fault.point);
    if (!point?.hits(request)) return [];
    fault.seen += 1;
    if (fault.seen < fault.nth || fault.seen >= fault.nth + fault.times) return [];
    const settings = { ...point.kind.settings, ...fault.settings };
    return [{ world, request, settings, latencyMs, kind: point.kind, point: fault.point }];
  });
}

/** What others do to the world just before the operation. */
export function meanwhile(strikes: readonly KindStrike[]): void {
  for (const strike of strikes) strike.kind.meanwhile?.(strike);
}

/** The answer of the first fault that keeps the operation from happening. */
export function instead(strikes: readonly KindStrike[]): Answer | undefined {
  const strike = strikes.find(({ kind }) => kind.instead);
  return strike?.kind.instead?.(strike);
}

/** The world as the faults let it be read. */
export const sees = (strikes: readonly KindStrike[], world: World): World =>
  strikes.reduce((seen, strike) => strike.kind.sees?.({ ...strike, world: seen }) ?? seen, world);

/** What the caller hears of an effect, after every fault that comes after it. */
export const afterwards = (strikes: readonly KindStrike[], sequence: number, effect: Answer): Answer =>
  strikes.reduce((answer, strike) => strike.kind.afterwards?.(strike, sequence, answer) ?? answer, effect);
