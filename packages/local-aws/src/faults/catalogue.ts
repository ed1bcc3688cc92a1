import { after } from './after';
import { before } from './before';
import { expired } from './expired';
import { killAfter, killBefore, killDuring } from './kill';
import type { FaultKind } from './kind';
import { lost } from './lost';
import { overtaken } from './overtaken';
import { slow } from './slow';
import { split } from './split';
import { stale } from './stale';
import { stolen } from './stolen';
import { throttled } from './throttled';
import { unpublished } from './unpublished';

/** What can go wrong with a call, by the last word of its point: `service.Operation.kind`. */
export const callFaults: ReadonlyMap<string, FaultKind> = byKind(
  throttled,
  before,
  after,
  lost,
  stale,
  overtaken,
  slow,
  split,
  unpublished,
  expired,
  stolen,
);

/** What can happen to the handler itself, at any call that it makes: `handler.kill.before`. */
export const handlerFaults: ReadonlyMap<string, FaultKind> = byKind(killBefore, killDuring, killAfter);

function byKind(...kinds: FaultKind[]): Map<string, FaultKind> {
  return new Map(kinds.map((fault) => [fault.kind, fault]));
}
