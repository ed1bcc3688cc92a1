import { type Expression, type Refuse, referencesIn, withParts } from './expression';
import { expressionsOf } from './references';
import type { Template } from './template';

/**
 * The template that is left once the conditions are known: no Fn::If, no resource and no output that is not wanted.
 * Whoever works on a stack sees only this one.
 */
export function settle(template: Template, truths: ReadonlyMap<string, boolean>, refuse: Refuse): Template {
  const isWanted = ({ condition }: { readonly condition?: string }): boolean =>
    condition === undefined || truths.get(condition)!;
  const chosen = (expression: Expression): Expression =>
    expression.kind === 'if'
      ? chosen(truths.get(expression.condition) ? expression.whenTrue : expression.whenFalse)
      : withParts(expression, chosen);
  const resources = [...template.resources].filter(([, resource]) => isWanted(resource));
  const names = new Set(resources.map(([logicalId]) => logicalId));
  const settled: Template = {
    ...template,
    resources: new Map(
      resources.map(([logicalId, resource]) => [
        logicalId,
        {
          ...resource,
          properties: membersChosen(resource.properties, chosen),
          // A dependency on what is not made is none.
          dependsOn: resource.dependsOn.filter((name) => names.has(name)),
        },
      ]),
    ),
    outputs: new Map(
      [...template.outputs]
        .filter(([, output]) => isWanted(output))
        .map(([name, { value, exportName, ...output }]) => [
          name,
          { ...output, value: chosen(value), ...(exportName && { exportName: chosen(exportName) }) },
        ]),
    ),
  };
  refuseUnwanted(template, settled, refuse);
  return settled;
}

const membersChosen = (
  members: Readonly<Record<string, Expression>>,
  chosen: (expression: Expression) => Expression,
): Record<string, Expression> =>
  Object.fromEntries(Object.entries(members).map(([name, member]) => [name, chosen(member)]));

/** Something refers to a resource that its condition keeps away. */
function refuseUnwanted(template: Template, settled: Template, refuse: Refuse): void {
  for (const reference of expressionsOf(settled).flatMap(referencesIn)) {
    const name = reference.kind === 'ref' ? reference.name : reference.logicalId;
    const left = template.resources.get(name);
    if (left && !settled.resources.has(name))
      refuse({
        at: reference.at,
        text: `refers to the resource ${name}, which is not made because its condition ${left.condition} is false; put the same condition on what refers to it`,
      });
  }
}
