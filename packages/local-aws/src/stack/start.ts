import type { Timeline } from '../timeline';
import type { Answer, Request } from '../world/operation';
import type { World } from '../world/world';
import type { CloudFormation } from './cloudformation';
import { extensionProvider } from './extension/provider';
import { nestedStackProvider } from './nested/provider';
import { readTemplateFile } from './nested/template-file';
import type { ResourceProvider } from './resources/provider';
import { nativeProviders } from './resources/providers';
import type { Stack, StackEvent } from './stack';
import type { TypeRegistration } from './type-runtime';

export interface CloudFormationOptions {
  readonly world: World;
  readonly timeline: Timeline;
  readonly answer: (world: World, request: Request) => Answer;
  /** Extension types that templates may use beside AWS's own. */
  readonly types?: readonly TypeRegistration[];
  /** Where templates of nested stacks come from; the default is this machine's files. */
  readonly templateAt?: (file: string) => string | undefined;
  readonly onEvent?: (stack: Stack, event: StackEvent) => void;
}

/** A CloudFormation without stacks yet. */
export function startCloudFormation(options: CloudFormationOptions): CloudFormation {
  const providers = new Map<string, ResourceProvider>();
  const cloudFormation: CloudFormation = {
    world: options.world,
    timeline: options.timeline,
    answer: options.answer,
    providers,
    stacks: new Map(),
    unfinished: new Map(),
    packages: new Map(),
    templateAt: options.templateAt ?? readTemplateFile,
    onEvent: options.onEvent ?? (() => {}),
  };
  const extensions = (options.types ?? []).map(extensionProvider);
  for (const provider of [...nativeProviders, nestedStackProvider(cloudFormation), ...extensions])
    providers.set(provider.type, provider);
  return cloudFormation;
}
