import { checkProperties, checkTypes } from './check-template';
import type { CloudFormation } from './cloudformation';
import { differenceOf } from './difference';
import { exportedTo } from './imports';
import { checkNested } from './nested/check';
import { packaged } from './nested/package';
import { parameterStoreOf } from './parameter-store';
import type { StackRequest } from './request';
import { scopeOf } from './scope';
import type { Stack, StackResource } from './stack';
import { truthsOf } from './template/conditions';
import type { Refuse } from './template/expression';
import { resolveOutputs } from './template/outputs';
import { chooseParameters, type ParameterValue } from './template/parameter-values';
import { readTemplate } from './template/read-template';
import { tryResolving, UnresolvableError } from './template/resolve';
import { checkRules } from './template/rule';
import { settle } from './template/settle';
import type { Template } from './template/template';
import type { Members } from './value';

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
 * @param id of a stack that is there, or is being made
 * @param stack the one that is updated, if it is an update
 * @throws TemplateError
 */
export function prepareStack(
  cloudFormation: CloudFormation,
  request: StackRequest,
  id = idToCome(request),
  stack?: Stack,
): PreparedStack {
  const { world } = cloudFormation;
  const written = readTemplate(request.template, request.file);
  const refuse: Refuse = (problem) => {
    throw written.document.error(problem);
  };
  const stored = parameterStoreOf(world, request);
  const parameters = chooseParameters(written.parameters, request.parameters ?? {}, refuse, stored);
  // What is going to be replaced has no values yet for those that come after it.
  const leaving = new Set<string>();
  const scope = scopeOf(
    { ...request, id, parameters, template: written },
    (logicalId) => (leaving.has(logicalId) ? undefined : stack?.resources.get(logicalId)?.made),
    (name) => exportedTo(world, request, name),
  );
  const checked = tryResolving(() => {
    checkRules(written.rules, scope, refuse);
    const settled = settle(written, truthsOf(written.conditions, scope), refuse);
    const template = packaged(cloudFormation, settled, { file: request.file, scope, place: request }, refuse);
    const order = checkTypes(cloudFormation, template, refuse);
    const properties = new Map<string, Members>();
    for (const logicalId of order) {
      const definition = template.resources.get(logicalId)!;
      const wanted = checkProperties(cloudFormation, definition, scope, refuse);
      properties.set(logicalId, wanted);
      if (isReplaced(cloudFormation, stack?.resources.get(logicalId), wanted)) leaving.add(logicalId);
    }
    resolveOutputs(template, scope);
    const prepareNested = (nested: StackRequest) => prepareStack(cloudFormation, nested);
    checkNested(cloudFormation, request, { template, properties }, prepareNested, refuse);
    return { template, order, parameters, properties };
  });
  return checked instanceof UnresolvableError ? refuse(checked.problem) : checked;
}

/** Templates take parts of AWS::StackId for names that are their own: before there is a stack, it has the same form. */
const idToCome = ({ accountId, region, name }: StackRequest): string =>
  `arn:aws:cloudformation:${region}:${accountId}:stack/${name}/00000000-0000-4000-8000-000000000000`;

function isReplaced(
  { providers }: CloudFormation,
  existing: StackResource | undefined,
  wanted: Members,
): boolean {
  const provider = existing && providers.get(existing.type);
  const difference = provider && differenceOf(provider, existing.properties, wanted);
  return difference !== undefined && difference.replacement !== 'False';
}
