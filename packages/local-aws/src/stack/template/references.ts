import { expressionsIn } from './condition';
import { checkConditions, noCondition } from './conditions';
import { type Expression, everythingIn, type Reference, type Refuse, referencesIn } from './expression';
import { pseudoParameters } from './pseudo';
import type { ResourceDefinition } from './resource-definition';
import type { Template } from './template';

/** Every expression of the Resources and Outputs sections. */
export const expressionsOf = ({
  resources,
  outputs,
}: Pick<Template, 'resources' | 'outputs'>): Expression[] => [
  ...[...resources.values()].flatMap(({ properties }) => Object.values(properties)),
  ...[...outputs.values()].flatMap(({ value, exportName }) => [value, ...(exportName ? [exportName] : [])]),
];

/** What a resource needs before it, by Ref, GetAtt and DependsOn. */
export function needsOf(template: Template, resource: ResourceDefinition): Set<string> {
  const named = Object.values(resource.properties)
    .flatMap(referencesIn)
    .map((reference) => (reference.kind === 'ref' ? reference.name : reference.logicalId));
  return new Set([...named, ...resource.dependsOn].filter((name) => template.resources.has(name)));
}

/** Every name that is used exists: AWS reports these before it makes anything, and so do we. */
export function checkReferences(template: Template, refuse: Refuse): void {
  checkConditions(template.conditions, refuse);
  const expressions = expressionsOf(template);
  for (const reference of expressions.flatMap(referencesIn)) checkReference(template, reference, refuse);
  for (const part of expressions.flatMap(everythingIn))
    if (part.kind === 'if') checkCondition(template, part.condition, part.at, refuse);
  for (const { logicalId, dependsOn, condition } of template.resources.values()) {
    const at = ['Resources', logicalId];
    for (const name of dependsOn)
      if (!template.resources.has(name))
        refuse({ at: [...at, 'DependsOn'], text: `there is no resource ${name}` });
    if (condition !== undefined) checkCondition(template, condition, [...at, 'Condition'], refuse);
  }
  for (const [name, { condition }] of template.outputs)
    if (condition !== undefined) checkCondition(template, condition, ['Outputs', name, 'Condition'], refuse);
  checkEarly(template, refuse);
}

/** Conditions and rules are weighed before there is any resource. */
function checkEarly(template: Template, refuse: Refuse): void {
  const early = [
    ...template.conditions.values(),
    ...template.rules.flatMap(({ condition, assertions }) => [
      ...(condition ? [condition] : []),
      ...assertions.map(({ assert }) => assert),
    ]),
  ];
  for (const reference of early.flatMap(expressionsIn).flatMap(referencesIn)) {
    checkReference(template, reference, refuse);
    const name = reference.kind === 'ref' ? reference.name : reference.logicalId;
    if (template.resources.has(name))
      refuse({ at: reference.at, text: `must not hang on the resource ${name}, which is made later` });
  }
}

function checkReference(template: Template, reference: Reference, refuse: Refuse): void {
  const name = reference.kind === 'ref' ? reference.name : reference.logicalId;
  if (template.resources.has(name)) return;
  const parameters = template.parameters.map((parameter) => parameter.name);
  const others: readonly string[] = [...parameters, ...pseudoParameters];
  if (reference.kind === 'ref' && others.includes(name)) return;
  const has = [...parameters, ...template.resources.keys()].join(', ');
  refuse({ at: reference.at, text: `there is no ${name} to refer to; the template has ${has}` });
}

function checkCondition({ conditions }: Template, name: string, at: Reference['at'], refuse: Refuse): void {
  if (!conditions.has(name)) refuse({ at, text: noCondition(conditions, name) });
}
