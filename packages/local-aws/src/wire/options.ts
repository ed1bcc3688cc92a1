import type { Instant } from '@cutover/ground';
import type { Invoke } from '../lambda/endpoint';
import type { Answer, Caller, Request } from '../world/operation';
import type { World } from '../world/world';

/** Latency that calls cost the turn that is running. Nothing sleeps: time is charged, not spent. */
export interface Meter {
  /** Charged so far into this turn, in ms; 0 outside a turn. */
  into(): number;
  charge(ms: number): void;
}

/** The world as the wire meets it; the real one unless a test hands in another. */
export interface Gate {
  answer(world: World, request: Request): Answer;
  callerOf(world: World, accessKeyId: string, region: string): Caller;
  advance(world: World, to: Instant): void;
}

export interface WireOptions {
  /** Now in virtual time; the world is moved up to it before each request. */
  now(): Instant;
  /** Takes the latency of the handler's calls. */
  readonly meter?: Meter;
  /** Ends the process that made the call. */
  onKilled?(): void;
  /** Who is named in the log; `client` when not given. */
  actorOf?(caller: Caller): string;
  /** Lets time pass, for `POST /_local/advance`; without it time is somebody else's to move. */
  advanceBy?(seconds: number): Promise<void>;
  /** The functions that Lambda's API can invoke, and what runs one. */
  readonly lambda?: { readonly functions: readonly string[]; readonly invoke: Invoke };
  readonly gate?: Gate;
  /** 0, the default, takes any free port. */
  readonly port?: number;
}
