import type { Instant } from '@cutover/ground';
import type { ServiceName, World } from './world';

/** Who calls: the administrator of an account, or the session of a role, whose permissions count. */
export interface Caller {
  readonly accountId: string;
  readonly roleArn?: string;
  readonly sessionName?: string;
  /** A service that calls for one of its resources says which; role trust is often bound to that. */
  readonly onBehalfOf?: { readonly account: string; readonly arn: string };
  /** Region that the request was signed for; global services ignore it. */
  readonly region: string;
}

export interface Need {
  readonly action: string;
  readonly resource: string;
}

/**
 * One operation of a service. `perform` is pure but for the world it is handed: it checks everything, throws an
 * AwsFailure before its first write, then writes. Input and output are the SDK's own shapes.
 */
export interface Operation<I = never, O = unknown> {
  readonly service: ServiceName;
  readonly name: string;
  /** What a role must be allowed, from the service authorization reference. */
  needs(input: I, world: World, caller: Caller): Need[];
  perform(world: World, input: I, caller: Caller): O;
}

/** One request at the gate: permissions, faults, transition and log in one place, for wire and in-process callers. */
export interface Request {
  readonly service: ServiceName;
  readonly operation: string;
  readonly input: unknown;
  readonly caller: Caller;
  /** Who is named in the log: `handler`, `cloudformation`, `cli`, … */
  readonly actor: string;
  /** Latency charged to the caller's turn before this call, in ms. */
  readonly into: number;
}

/** `thenKilled`: the caller hears this answer and dies before it can act on it. */
export type Answer =
  | {
      readonly kind: 'output';
      readonly output: unknown;
      readonly latencyMs: number;
      readonly thenKilled?: true;
    }
  | {
      readonly kind: 'failure';
      readonly code: string;
      readonly status: number;
      readonly message: string;
      readonly latencyMs: number;
      readonly thenKilled?: true;
    }
  /** No answer reaches the caller; whether the effect happened is for the caller to find out. */
  | { readonly kind: 'silence'; readonly latencyMs: number }
  /** The caller's process dies here. */
  | { readonly kind: 'killed'; readonly at: Instant };
