import type { Timeline } from '../timeline';
import type { Answer, Request } from '../world/operation';
import type { World } from '../world/world';
import type { ResourceProvider } from './resources/provider';
import type { Stack, StackEvent } from './stack';

/** The part of AWS that makes stacks: what it stands on, and the stacks there are. */
export interface CloudFormation {
  readonly world: World;
  readonly timeline: Timeline;
  readonly providers: ReadonlyMap<string, ResourceProvider>;
  readonly stacks: Map<string, Stack>;
  /** The gate of the world. */
  answer(world: World, request: Request): Answer;
  /** Live progress; the same events stay in the stack. */
  onEvent(stack: Stack, event: StackEvent): void;
}

/** Stack names are unique in one account and region. */
export const stackKey = (accountId: string, region: string, name: string): string =>
  `${accountId}/${region}/${name}`;
