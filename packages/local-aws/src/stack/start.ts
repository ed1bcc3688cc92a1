import type { Timeline } from '../timeline';
import type { Answer, Request } from '../world/operation';
import type { World } from '../world/world';
import type { CloudFormation } from './cloudformation';
import { extensionProvider } from './extension/provider';
import { nativeProviders } from './resources/providers';
import type { Stack, StackEvent } from './stack';
import type { TypeRegistration } from './type-runtime';

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
