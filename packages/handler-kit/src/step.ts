import type { HandlerErrorCode } from './failure';

/** What one turn does: the closed set of answers that a plan may give. */
export type Step<A> =
  /** Perform this one change, then look again after `delaySeconds`. */
  | { readonly kind: 'do'; readonly action: A; readonly message: string; readonly delaySeconds: number }
  /** The same, on the way back: `because` is what people are told. */
  | {
      readonly kind: 'unwind';
      readonly because: string;
      readonly action: A;
      readonly message: string;
      readonly delaySeconds: number;
    }
  /** Nothing to do until the world has moved. */
  | { readonly kind: 'wait'; readonly for: string; readonly delaySeconds: number }
  /** The next phase needs to see more of the world: observe again within this turn. */
  | { readonly kind: 'look' }
  /** The world is as desired. `forget` removes the journal: the resource is gone. */
  | { readonly kind: 'done'; readonly message: string; readonly forget: boolean }
  /** Nothing was changed, and nothing will be. */
  | { readonly kind: 'refuse'; readonly code: HandlerErrorCode; readonly message: string }
  /** It went wrong, and the world is back where it was, or as near as the message says. */
  | { readonly kind: 'fail'; readonly code: HandlerErrorCode; readonly message: string };

/** The plan's answer: the journal to keep before the step is taken, and the step. */
export interface Decision<J, A> {
  readonly journal: J;
  readonly step: Step<A>;
}
