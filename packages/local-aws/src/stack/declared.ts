import type { StackRequest } from './request';
import { scopeOf } from './scope';
import { truthsOf } from './template/conditions';
import type { Refuse } from './template/expression';
import { chooseParameters } from './template/parameter-values';
import { readTemplate } from './template/read-template';
import { resolveMembers, tryResolving, UnresolvableError } from './template/resolve';
import { settle } from './template/settle';
import type { Members } from './value';

/**
 * What a template declares for resources of one type, by logical id, as far as that is known before anything is made:
 * what hangs on another resource is a `Later`. The template's other types need not be known.
 * @throws TemplateError
 */
export function declaredIn(request: StackRequest, type: string): Map<string, Members> {
  const written = readTemplate(request.template, request.file);
  const refuse: Refuse = (problem) => {
    throw written.document.error(problem);
  };
  const parameters = chooseParameters(written.parameters, request.parameters ?? {}, refuse);
  const scope = scopeOf(
    { ...request, id: request.name, parameters, template: written },
    () => undefined,
    () => undefined,
  );
  const declared = tryResolving(() => {
    const { resources } = settle(written, truthsOf(written.conditions, scope), refuse);
    return new Map(
      [...resources.values()]
        .filter((resource) => resource.type === type)
        .map(({ logicalId, properties }) => [logicalId, resolveMembers(properties, scope)]),
    );
  });
  return declared instanceof UnresolvableError ? refuse(declared.problem) : declared;
}
