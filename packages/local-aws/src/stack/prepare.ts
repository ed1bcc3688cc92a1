import type { CloudFormation } from './cloudformation';
import { type Reference, type Refuse, referencesIn } from './expression';
import { dependencyOrder } from './graph';
import { exportedTo } from './imports';
import { resolveOutputs } from './outputs';
import { chooseParameters } from './parameter';
import { resolveMembers, type Scope, tryResolving, UnresolvableError } from './resolve';
import type { ResourceProvider } from './resources/provider';
import { scopeOf } from './scope';
import type { Made } from './stack';
import { type ResourceDefinition, readTemplate, type Template } from './template';
import type { Members, Value } from './value';

/** What is to be deployed, and where. */
export interface StackRequest {
  readonly accountId: string;
  readonly region: string;
  readonly name: string;
  /** The template's text, YAML or JSON. */
  readonly template: string;
  /** How messages name the template. */
  readonly file: string;
  readonly parameters?: Readonly<Record<string, string | number | boolean>>;
}

/** A request in which everything is right that can be known without a call. */
export interface PreparedStack {
  readonly template: Template;
  readonly order: readonly string[];
  readonly parameters: ReadonlyMap<string, Value>;
  /** Each resource's properties as far as they are known. */
  readonly properties: ReadonlyMap<string, Members>;
}

/**
 * Checks the whole request before the first call: template, parameters, types, every property and output.
 * @param madeOf what a stack that is updated has already
 * @throws TemplateError
 */
export function prepareStack(
  cloudFormation: CloudFormation,
  request: StackRequest,
  id: string,
  madeOf: (logicalId: string) => Made | undefined = () => undefined,
): PreparedStack {
  const template = readTemplate(request.template, request.file);
  const refuse: Refuse = (problem) => {
    throw template.document.error(problem);
  };
  for (const resource of template.resources.values()) providerOf(cloudFormation, resource, refuse);
  checkAttributes(cloudFormation, template, refuse);
  const order = dependencyOrder(template);
  const parameters = chooseParameters(template.parameters, request.parameters ?? {}, refuse);
  const exported = (name: string) => exportedTo(cloudFormation.world, request, name);
  const scope = scopeOf({ ...request, id, parameters }, madeOf, exported);
  const checked = tryResolving(() => {
    const properties = new Map(
      order.map((logicalId) => [
        logicalId,
        checkProperties(cloudFormation, template.resources.get(logicalId)!, scope, refuse),
      ]),
    );
    resolveOutputs(template, scope);
    return properties;
  });
  if (checked instanceof UnresolvableError) return refuse(checked.problem);
  return { template, order, parameters, properties: checked };
}

function providerOf(
  cloudFormation: CloudFormation,
  { logicalId, type }: ResourceDefinition,
  refuse: Refuse,
): ResourceProvider {
  const provider = cloudFormation.providers.get(type);
  if (provider) return provider;
  const known = [...cloudFormation.providers.keys()].sort().join(', ');
  return refuse({
    at: ['Resources', logicalId, 'Type'],
    text: `type ${type} is not supported by the local stack driver, which has ${known}`,
  });
}

function checkProperties(
  cloudFormation: CloudFormation,
  resource: ResourceDefinition,
  scope: Scope,
  refuse: Refuse,
): Members {
  const properties = resolveMembers(resource.properties, scope);
  const at = ['Resources', resource.logicalId, 'Properties'];
  const [problem, ...others] = providerOf(cloudFormation, resource, refuse).problems(properties, at);
  if (problem)
    refuse({
      ...problem,
      text: others.length ? `${problem.text} (and ${others.length} more)` : problem.text,
    });
  return properties;
}

/** GetAtt of an attribute that the type does not have fails now, not when half of the stack is made. */
function checkAttributes(cloudFormation: CloudFormation, template: Template, refuse: Refuse): void {
  const check = (reference: Reference): void => {
    if (reference.kind === 'ref') return;
    const { type } = template.resources.get(reference.logicalId)!;
    const { attributes } = cloudFormation.providers.get(type)!;
    if (attributes.includes(reference.attribute)) return;
    const has = attributes.length ? `has ${attributes.join(', ')}` : 'has none';
    refuse({ at: reference.at, text: `${type} has no attribute ${reference.attribute} here; it ${has}` });
  };
  const expressions = [...template.resources.values()].flatMap(({ properties }) => Object.values(properties));
  const outputs = [...template.outputs.values()].map(({ value }) => value);
  [...expressions, ...outputs].flatMap(referencesIn).forEach(check);
}
