import { parse } from 'yaml';
import { isObject, type Json, objectIn, textsIn } from '../schema/change';

/**
 * Properties that a template sets and that only the type can: cfn-lint lets them pass, and the stack fails.
 * @returns what is wrong, in sentences
 */
export function readOnlyProblems(file: string, text: string, schemas: readonly Json[]): string[] {
  // Tags of CloudFormation's short forms mean nothing here.
  const template: unknown = parse(text, { logLevel: 'silent' });
  const resources = isObject(template) ? objectIn(template, 'Resources') : {};
  return Object.entries(resources).flatMap(([logicalId, resource]) => {
    const schema = isObject(resource) && schemas.find(({ typeName }) => typeName === resource.Type);
    if (!schema) return [];
    const readOnly = textsIn(schema, 'readOnlyProperties').map((pointer) => pointer.split('/')[2]);
    return Object.keys(objectIn(resource as Json, 'Properties'))
      .filter((name) => readOnly.includes(name))
      .map((name) => `${file}: ${logicalId}.${name} is read-only: the type sets it, and Fn::GetAtt reads it`);
  });
}
