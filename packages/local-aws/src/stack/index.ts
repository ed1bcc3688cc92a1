export type { ResourceChange } from './change-set';
export { checkStack } from './check-stack';
export type { CloudFormation } from './cloudformation';
export { createStack } from './create-stack';
export { declaredIn } from './declared';
export { deleteStack, type StackName } from './delete-stack';
export { firstFailure } from './events';
export type { ChangeSet } from './preview-stack';
export { previewStack } from './preview-stack';
export type { StackRequest } from './request';
export type { Stack, StackEvent, StackResource, StackStatus } from './stack';
export { type CloudFormationOptions, startCloudFormation } from './start';
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
