import type { CloudFormation } from '../cloudformation';
import type { StackRequest } from '../request';
import { isMembers, type Members, type Value } from '../value';

/** Where the nested stack is made, and what it is called. */
type Place = Pick<StackRequest, 'accountId' | 'region' | 'name' | 'disableRollback' | 'nestedIn'>;

/** The request for a nested stack that its parent's properties are. */
export function nestedRequest({ packages }: CloudFormation, properties: Members, place: Place): StackRequest {
  const { text, file } = packages.get(String(properties.TemplateURL))!;
  return { ...place, template: text, file, parameters: parametersIn(properties) };
}

/** Lists go as CloudFormation sends them: one text with commas. */
function parametersIn({ Parameters }: Members): Record<string, string | number | boolean> {
  const text = (value: Value): string => (Array.isArray(value) ? value.map(text).join(',') : String(value));
  const given = isMembers(Parameters) ? Parameters : {};
  return Object.fromEntries(Object.entries(given).map(([name, value]) => [name, text(value)]));
}
