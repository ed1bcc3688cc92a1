export { checkStack } from './check-stack';
export { type CloudFormation, type CloudFormationOptions, startCloudFormation } from './cloudformation';
export { createStack } from './create-stack';
export { declaredIn } from './declared';
export { deleteStack, type StackName } from './delete-stack';
export { firstFailure } from './events';
export type { StackRequest } from './prepare';
export type { Stack, StackEvent, StackResource, StackStatus } from './stack';
export { TemplateError } from './template-error';
export type {
  ProgressEvent,
  TypePayload,
  TypeRegistration,
  TypeRuntime,
  TypeSchema,
  TypeTurn,
} from './type-runtime';
export { updateStack } from './update-stack';
export { Later, type Members, type Value } from './value';
