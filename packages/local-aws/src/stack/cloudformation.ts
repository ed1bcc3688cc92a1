import type { Timeline } from '../timeline';
import type { Answer, Request } from '../world/operation';
import type { World } from '../world/world';
import type { NestedTemplate } from './nested/package';
import type { ResourceProvider } from './resources/provider';
import type { Stack, StackEvent } from './stack';
import type { Unfinished } from './unfinished';

/** The part of AWS that makes stacks: what it stands on, and the stacks there are. */
export interface CloudFormation {
  readonly world: World;
  readonly timeline: Timeline;
  readonly providers: ReadonlyMap<string, ResourceProvider>;
  readonly stacks: Map<string, Stack>;
  /** Templates of nested stacks, by the URL that stands for their paths. */
  /** Updates that have only to clean up, by the id of their stack. */
  readonly unfinished: Map<string, Unfinished>;
  readonly packages: Map<string, NestedTemplate>;
  /** The text of a template in a file, if there is one. */
  templateAt(file: string): string | undefined;
  /** The gate of the world. */
  answer(world: World, request: Request): Answer;
  /** Live progress; the same events stay in the stack. */
  onEvent(stack: Stack, event: StackEvent): void;
}

/** Stack names are unique in one account and region. */
export const stackKey = (accountId: string, region: string, name: string): string =>
  `${accountId}/${region}/${name}`;
