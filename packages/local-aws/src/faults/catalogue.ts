import { after } from './after';
import { before } from './before';
import { killAfter, killBefore, killDuring } from './kill';
import type { FaultKind } from './kind';
import { lost } from './lost';
import { slow } from './slow';
import { stale } from './stale';
import { throttled } from './throttled';

/** What can go wrong with a call, by the last word of its point: `service.Operation.kind`. */
export const callFaults: ReadonlyMap<string, FaultKind> = byKind(throttled, before, after, lost, stale, slow);

/** What can happen to the handler itself, at any call that it makes: `handler.kill.before`. */
export const handlerFaults: ReadonlyMap<string, FaultKind> = byKind(killBefore, killDuring, killAfter);

function byKind(...kinds: FaultKind[]): Map<string, FaultKind> {
  return new Map(kinds.map((fault) => [fault.kind, fault]));
}
