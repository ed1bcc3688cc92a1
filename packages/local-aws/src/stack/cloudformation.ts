import type { Timeline } from '../timeline';
import type { Answer, Request } from '../world/operation';
import type { World } from '../world/world';
import { extensionProvider } from './extension/provider';
import type { ResourceProvider } from './resources/provider';
import { nativeProviders } from './resources/providers';
import type { Stack, StackEvent } from './stack';
import type { TypeRegistration } from './type-runtime';

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

export interface CloudFormationOptions {
  readonly world: World;
  readonly timeline: Timeline;
  readonly answer: (world: World, request: Request) => Answer;
  /** Extension types that templates may use beside AWS's own. */
  readonly types?: readonly TypeRegistration[];
  readonly onEvent?: (stack: Stack, event: StackEvent) => void;
}

/** A CloudFormation without stacks yet. */
export function startCloudFormation(options: CloudFormationOptions): CloudFormation {
  const providers = [...nativeProviders, ...(options.types ?? []).map(extensionProvider)];
  return {
    world: options.world,
    timeline: options.timeline,
    answer: options.answer,
    providers: new Map(providers.map((provider) => [provider.type, provider])),
    stacks: new Map(),
    onEvent: options.onEvent ?? (() => {}),
  };
}

/** Stack names are unique in one account and region. */
export const stackKey = (accountId: string, region: string, name: string): string =>
  `${accountId}/${region}/${name}`;
