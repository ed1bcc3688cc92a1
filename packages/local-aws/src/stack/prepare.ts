import type { CloudFormation } from './cloudformation';
import { exportedTo } from './imports';
import { parameterStoreOf } from './parameter-store';
import type { ResourceProvider } from './resources/provider';
import { scopeOf } from './scope';
import type { Made } from './stack';
import { truthsOf } from './template/conditions';
import { type Reference, type Refuse, referencesIn } from './template/expression';
import { dependencyOrder } from './template/graph';
import { resolveOutputs } from './template/outputs';
import { chooseParameters, type ParameterValue } from './template/parameter-values';
import { readTemplate } from './template/read-template';
import { expressionsOf } from './template/references';
import { resolveMembers, tryResolving, UnresolvableError } from './template/resolve';
import type { ResourceDefinition } from './template/resource-definition';
import { checkRules } from './template/rule';
import type { Scope } from './template/scope';
import { settle } from './template/settle';
import type { Template } from './template/template';
import type { Members } from './value';

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
  /** Settled: without what its conditions keep away. */
  readonly template: Template;
  readonly order: readonly string[];
  readonly parameters: ReadonlyMap<string, ParameterValue>;
  /** Each resource's properties as far as they are known. */
  readonly properties: ReadonlyMap<string, Members>;
}

/**
 * Checks the whole request before the first call: template, parameters, rules, types, every property and output.
 * @param madeOf what a stack that is updated has already
 * @throws TemplateError
 */
export function prepareStack(
  cloudFormation: CloudFormation,
  request: StackRequest,
  id: string,
  madeOf: (logicalId: string) => Made | undefined = () => undefined,
): PreparedStack {
  const written = readTemplate(request.template, request.file);
  const refuse: Refuse = (problem) => {
    throw written.document.error(problem);
  };
  const stored = parameterStoreOf(cloudFormation.world, request);
  const parameters = chooseParameters(written.parameters, request.parameters ?? {}, refuse, stored);
  const exported = (name: string) => exportedTo(cloudFormation.world, request, name);
  const scope = scopeOf({ ...request, id, parameters, template: written }, madeOf, exported);
  const checked = tryResolving(() => {
    checkRules(written.rules, scope, refuse);
    const template = settle(written, truthsOf(written.conditions, scope), refuse);
    return { template, ...checkTemplate(cloudFormation, template, scope, refuse), parameters };
  });
  return checked instanceof UnresolvableError ? refuse(checked.problem) : checked;
}

/** Types, attributes, order, properties and outputs. */
function checkTemplate(
  cloudFormation: CloudFormation,
  template: Template,
  scope: Scope,
  refuse: Refuse,
): Pick<PreparedStack, 'order' | 'properties'> {
  for (const resource of template.resources.values()) providerOf(cloudFormation, resource, refuse);
  checkAttributes(cloudFormation, template, refuse);
  const order = dependencyOrder(template);
  const properties = new Map(
    order.map((logicalId) => [
      logicalId,
      checkProperties(cloudFormation, template.resources.get(logicalId)!, scope, refuse),
    ]),
  );
  resolveOutputs(template, scope);
  return { order, properties };
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
  expressionsOf(template).flatMap(referencesIn).forEach(check);
}
