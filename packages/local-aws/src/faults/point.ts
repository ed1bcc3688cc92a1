import type { Request } from '../world/operation';
import { callFaults, handlerFaults } from './catalogue';
import type { FaultKind } from './kind';

/** A point taken apart: which kind of fault, and which calls it hits. */
export interface Point {
  readonly kind: FaultKind;
  hits(request: Request): boolean;
}

const points = new Map<string, Point | undefined>();

/** @returns undefined for a point that names no kind of fault; `parseFault` says what there is */
export function pointOf(text: string): Point | undefined {
  if (!points.has(text)) points.set(text, read(text));
  return points.get(text);
}

function read(text: string): Point | undefined {
  const [service = '', operation = '', word = '', ...rest] = text.split('.');
  if (rest.length) return undefined;
  if (service === 'handler') {
    const kind = handlerFaults.get(`${operation}.${word}`);
    return kind && { kind, hits: ({ actor }) => actor === 'handler' };
  }
  const kind = callFaults.get(word);
  return (
    kind && {
      kind,
      hits: (request) =>
        (service === '*' || service === request.service) &&
        (operation === '*' || operation === request.operation) &&
        (kind.canStrike?.(request.service, request.operation) ?? true),
    }
  );
}
