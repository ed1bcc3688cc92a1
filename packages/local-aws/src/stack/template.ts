import { type Plain, readDocument, type TemplateDocument } from './document';
import { type Expression, type Reference, type Refuse, readExpression, referencesIn } from './expression';
import { keysOnly } from './keys';
import { type ParameterDefinition, readParameter } from './parameter';
import { pseudoParameters } from './pseudo';
import type { Path } from './template-error';

/** A template as read: every section, attribute and function in it is one that the driver has. */
export interface Template {
  readonly document: TemplateDocument;
  readonly parameters: readonly ParameterDefinition[];
  readonly resources: ReadonlyMap<string, ResourceDefinition>;
  readonly outputs: ReadonlyMap<string, OutputDefinition>;
  readonly description?: string;
}

export interface OutputDefinition {
  readonly value: Expression;
  readonly description?: string;
  /** The name under which other stacks may import it. */
  readonly exportName?: Expression;
}

export interface ResourceDefinition {
  readonly logicalId: string;
  readonly type: string;
  readonly properties: Readonly<Record<string, Expression>>;
  readonly dependsOn: readonly string[];
}

const sectionKeys = {
  supported: ['AWSTemplateFormatVersion', 'Description', 'Metadata', 'Parameters', 'Resources', 'Outputs'],
  unsupported: ['Mappings', 'Conditions', 'Transform', 'Rules', 'Hooks', 'Globals'],
};
const resourceKeys = {
  supported: ['Type', 'Properties', 'DependsOn', 'DeletionPolicy', 'Metadata'],
  unsupported: ['Condition', 'CreationPolicy', 'UpdatePolicy', 'UpdateReplacePolicy'],
};
const outputKeys = { supported: ['Value', 'Description', 'Export'], unsupported: ['Condition'] };
const exportKeys = { supported: ['Name'], unsupported: [] };

/**
 * Reads a template, YAML or JSON.
 * @param file how messages name it
 * @throws TemplateError for the first thing that is broken, unknown or not supported
 */
export function readTemplate(text: string, file: string): Template {
  const document = readDocument(text, file);
  const refuse: Refuse = (problem) => {
    throw document.error(problem);
  };
  const sections = keysOnly(document.content, sectionKeys, 'a template', [], refuse);
  const template: Template = {
    document,
    ...(typeof sections.Description === 'string' && { description: sections.Description }),
    parameters: [...entries(sections.Parameters, ['Parameters'], refuse)].map(([name, plain, at]) =>
      readParameter(name, plain, at, refuse),
    ),
    resources: new Map(
      [...entries(sections.Resources, ['Resources'], refuse)].map(([name, plain, at]) => [
        name,
        readResource(name, plain, at, refuse),
      ]),
    ),
    outputs: new Map(
      [...entries(sections.Outputs, ['Outputs'], refuse)].map(([name, plain, at]) => [
        name,
        readOutput(plain, at, refuse),
      ]),
    ),
  };
  if (template.resources.size === 0)
    refuse({ at: ['Resources'], text: 'a template needs at least one resource' });
  checkReferences(template, refuse);
  return template;
}

function* entries(plain: Plain | undefined, at: Path, refuse: Refuse): Generator<[string, Plain, Path]> {
  if (plain === undefined) return;
  if (typeof plain !== 'object' || Array.isArray(plain)) refuse({ at, text: 'must be a map of names' });
  for (const [name, value] of Object.entries(plain)) {
    if (!/^[A-Za-z0-9]+$/.test(name))
      refuse({ at: [...at, name], text: 'a name may have letters and digits only' });
    yield [name, value, [...at, name]];
  }
}

function readResource(logicalId: string, plain: Plain, at: Path, refuse: Refuse): ResourceDefinition {
  const entry = keysOnly(plain, resourceKeys, 'a resource', at, refuse);
  if (typeof entry.Type !== 'string') refuse({ at, text: 'Type is missing; write the resource type' });
  const properties = entry.Properties ?? {};
  if (typeof properties !== 'object' || Array.isArray(properties))
    refuse({ at: [...at, 'Properties'], text: 'must be an object' });
  // Whoever writes Retain counts on the resource staying; the driver's delete would take it away.
  if ((entry.DeletionPolicy ?? 'Delete') !== 'Delete')
    refuse({
      at: [...at, 'DeletionPolicy'],
      text: `the local stack driver only knows Delete, not ${JSON.stringify(entry.DeletionPolicy)}; leave it out of the rehearsal`,
    });
  return {
    logicalId,
    type: entry.Type as string,
    properties: Object.fromEntries(
      Object.entries(properties).map(([name, value]) => [
        name,
        readExpression(value, [...at, 'Properties', name], refuse),
      ]),
    ),
    dependsOn: readDependsOn(entry.DependsOn, [...at, 'DependsOn'], refuse),
  };
}

function readDependsOn(plain: Plain | undefined, at: Path, refuse: Refuse): string[] {
  const names = plain === undefined ? [] : Array.isArray(plain) ? plain : [plain];
  if (!names.every((name) => typeof name === 'string')) refuse({ at, text: 'takes names of resources' });
  return names as string[];
}

function readOutput(plain: Plain, at: Path, refuse: Refuse): OutputDefinition {
  const entry = keysOnly(plain, outputKeys, 'an output', at, refuse);
  if (entry.Value === undefined) return refuse({ at, text: 'Value is missing' });
  const exported = entry.Export && keysOnly(entry.Export, exportKeys, 'Export', [...at, 'Export'], refuse);
  if (exported && exported.Name === undefined) refuse({ at: [...at, 'Export'], text: 'Name is missing' });
  return {
    value: readExpression(entry.Value, [...at, 'Value'], refuse),
    ...(typeof entry.Description === 'string' && { description: entry.Description }),
    ...(exported && { exportName: readExpression(exported.Name!, [...at, 'Export', 'Name'], refuse) }),
  };
}

/** What a resource needs before it, by Ref, GetAtt and DependsOn. */
export function needsOf(template: Template, resource: ResourceDefinition): Set<string> {
  const named = Object.values(resource.properties)
    .flatMap(referencesIn)
    .map((reference) => (reference.kind === 'ref' ? reference.name : reference.logicalId));
  return new Set([...named, ...resource.dependsOn].filter((name) => template.resources.has(name)));
}

/** Every name that is used exists: AWS reports these before it makes anything, and so do we. */
function checkReferences(template: Template, refuse: Refuse): void {
  const parameters = template.parameters.map(({ name }) => name);
  const check = (reference: Reference): void => {
    const isParameter = reference.kind === 'ref' && parameters.includes(reference.name);
    const name = reference.kind === 'ref' ? reference.name : reference.logicalId;
    if (isParameter || template.resources.has(name)) return;
    if (reference.kind === 'ref' && (pseudoParameters as readonly string[]).includes(name)) return;
    const has = [...parameters, ...template.resources.keys()].join(', ');
    refuse({ at: reference.at, text: `there is no ${name} to refer to; the template has ${has}` });
  };
  for (const resource of template.resources.values()) {
    Object.values(resource.properties).flatMap(referencesIn).forEach(check);
    for (const name of resource.dependsOn)
      if (!template.resources.has(name))
        refuse({ at: ['Resources', resource.logicalId, 'DependsOn'], text: `there is no resource ${name}` });
  }
  for (const { value, exportName } of template.outputs.values())
    [value, ...(exportName ? [exportName] : [])].flatMap(referencesIn).forEach(check);
}
