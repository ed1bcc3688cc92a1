import type {
  BaseModel,
  BaseResource,
  LambdaContext,
} from '@amazon-web-services-cloudformation/cloudformation-cli-typescript-lib';

type Event = Parameters<BaseResource['entrypoint']>[0];

/**
 * What Lambda calls, and what `sam local invoke` does.
 * @param resource makes a fresh one for each call: the library keeps the last caller's session on the instance
 */
export const entrypointsOf = <Model extends BaseModel>(resource: () => BaseResource<Model>) => ({
  entrypoint: (event: Event, context: LambdaContext) => resource().entrypoint(event, context),
  testEntrypoint: (event: Event, context: LambdaContext) => resource().testEntrypoint(event, context),
});
