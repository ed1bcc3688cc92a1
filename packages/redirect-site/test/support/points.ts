import { FAULT_KINDS, type FaultKind } from './fault';
import type { World } from './world';

/** A call of a run, and what befalls it. */
export interface Point {
  readonly at: number;
  readonly call: string;
  readonly kind: FaultKind;
}

const CHANGES =
  /\.(put|create|update|publish|edit|change|remove|editDistribution|moveAlias|changeRecords)$|^certificates\.request$/;

/** Whether the call changes something. */
export const isChange = ({ call }: Pick<Point, 'call'>): boolean => CHANGES.test(call);

export const nameOf = ({ kind, call, at }: Point): string => `${kind} ${call} (${at})`;

/**
 * Every call that a world has seen, under faults: those that change something under all kinds, looks under one after the
 * other, and where a look showed something new, it is stale once.
 */
export function pointsIn({ calls, changed }: World): Point[] {
  const points = calls.flatMap((call, at) =>
    FAULT_KINDS.filter((_, n) => isChange({ call }) || n === at % FAULT_KINDS.length).map(
      (kind): Point => ({ at, call, kind }),
    ),
  );
  const stale = changed.map((at): Point => ({ at, call: calls[at]!, kind: 'stale' }));
  return [...points, ...stale.filter((point) => !isChange(point))];
}
