import type { CloudFormation } from './cloudformation';
import { parameterStoreOf } from './parameter-store';
import { prepareStack } from './prepare';
import type { StackRequest } from './request';
import { readTemplate } from './template/read-template';

/**
 * Everything that can be found wrong with a request before its time. A template that waits for a parameter, because
 * another stack will give its value or put it into the parameter store, is judged as far as it stands by itself.
 * @param waits whether parameters are left out of the request until they are known
 * @throws TemplateError
 */
export function checkStack(cloudFormation: CloudFormation, request: StackRequest, waits = false): void {
  const template = readTemplate(request.template, request.file);
  const stored = parameterStoreOf(cloudFormation.world, request);
  const isMissing = template.parameters.some(
    ({ name, type, default: otherwise }) =>
      type.isStored && stored(String(request.parameters?.[name] ?? otherwise)) === undefined,
  );
  if (!waits && !isMissing) prepareStack(cloudFormation, request);
}
