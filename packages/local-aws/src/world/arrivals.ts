import { type Instant, secondsToMs } from '@cutover/ground';
import type { FunctionVersion } from './cloudfront/entities/entity';
import type { Edge, World } from './world';

/**
 * What edges run and read beside configurations: the code of functions and the items of key value stores. It travels
 * by itself: an edge may have a new function before the items that it reads, or the other way round. Changes of one
 * function, and of one store, arrive in their order (no page of AWS says so; nobody has seen it otherwise).
 */
export type EdgeChange =
  | { readonly kind: 'function'; readonly arn: string; readonly version: FunctionVersion | undefined }
  | { readonly kind: 'items'; readonly storeId: string; readonly change: ItemChange }
  | { readonly kind: 'store gone'; readonly storeId: string };

/** Deletes come after puts: a key that is in both is gone. */
export interface ItemChange {
  readonly puts: readonly (readonly [key: string, value: string])[];
  readonly deletes: readonly string[];
}

/** A change on its way to one edge. */
export interface Arrival {
  readonly number: number;
  readonly appliesAt: Instant;
  readonly change: EdgeChange;
}

const subjectOf = (change: EdgeChange): string => (change.kind === 'function' ? change.arn : change.storeId);

/** Sends a change to every edge. @returns when the last of those that are modelled one by one has it */
export function send(world: World, change: EdgeChange): Instant {
  const number = ++world.sequence;
  const range = change.kind === 'function' ? world.knobs.functionDelaySeconds : world.knobs.itemDelaySeconds;
  let last = world.now;
  for (const edge of world.edges) {
    const delayMs = secondsToMs(world.chance.between(...range, edge.name, `delay of ${change.kind}`, number));
    const before = edge.arriving.findLast((each) => subjectOf(each.change) === subjectOf(change));
    const appliesAt = Math.max(world.now + Math.round(delayMs), before?.appliesAt ?? 0);
    edge.arriving.push({ number, appliesAt, change });
    last = Math.max(last, appliesAt);
  }
  return last;
}

/** Puts a change on every edge at once: for what existed before the world began. */
export function sendAtOnce(world: World, change: EdgeChange): void {
  for (const edge of world.edges) apply(edge, change);
}

/** Lets an edge take up what has arrived by now. */
export function takeArrivals(edge: Edge, now: Instant): void {
  if (edge.arriving.length === 0) return;
  const due = edge.arriving.filter(({ appliesAt }) => appliesAt <= now);
  if (due.length === 0) return;
  const waiting = edge.arriving.filter(({ appliesAt }) => appliesAt > now);
  edge.arriving.splice(0, edge.arriving.length, ...waiting);
  for (const { change } of due.toSorted((one, other) => one.appliesAt - other.appliesAt)) apply(edge, change);
}

function apply(edge: Edge, change: EdgeChange): void {
  switch (change.kind) {
    case 'function':
      if (change.version) edge.functions.set(change.arn, change.version);
      else edge.functions.delete(change.arn);
      return;
    case 'items':
      edge.stores.set(
        change.storeId,
        changeItems(edge.stores.get(change.storeId) ?? new Map(), change.change),
      );
      return;
    case 'store gone':
      edge.stores.delete(change.storeId);
  }
}

/** Changes the items in place. */
export function changeItems(items: Map<string, string>, { puts, deletes }: ItemChange): Map<string, string> {
  for (const [key, value] of puts) items.set(key, value);
  for (const key of deletes) items.delete(key);
  return items;
}

/** Every change after a number reaches every edge later. */
export function postponeArrivals(world: World, sequence: number, ms: number): void {
  for (const edge of world.edges) delay(edge, sequence, ms);
}

/** Every change after a number reaches one edge later: the one that is the last anyway. */
export function detainArrivals(world: World, sequence: number, ms: number): void {
  const lastAt = (edge: Edge): Instant =>
    Math.max(0, ...edge.arriving.filter(({ number }) => number > sequence).map(({ appliesAt }) => appliesAt));
  const [edge] = [...world.edges].sort((one, other) => lastAt(other) - lastAt(one));
  if (edge) delay(edge, sequence, ms);
}

/** A change that overtook none before overtakes none now: all of its subject that is younger waits with it. */
function delay(edge: Edge, sequence: number, ms: number): void {
  edge.arriving.forEach((arrival, index) => {
    if (arrival.number > sequence) edge.arriving[index] = { ...arrival, appliesAt: arrival.appliesAt + ms };
  });
}

/** When an edge next takes up a change; infinite when none is under way. */
export const nextArrivalAt = ({ arriving }: Edge): Instant =>
  arriving.reduce((next, { appliesAt }) => Math.min(next, appliesAt), Number.POSITIVE_INFINITY);

/** When the last modelled edge has every change of a function or store that is under way; now if it has. */
export const arrivedAt = (world: World, subject: string): Instant =>
  world.edges
    .flatMap(({ arriving }) => arriving)
    .filter(({ change }) => subjectOf(change) === subject)
    .reduce((last, { appliesAt }) => Math.max(last, appliesAt), world.now);
