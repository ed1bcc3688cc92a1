import type { Path } from '../template-error';
import { readCondition } from './condition';
import { type Plain, readDocument } from './document';
import type { Refuse } from './expression';
import { keysOnly } from './keys';
import { readMapping } from './mapping';
import { readOutput } from './output-definition';
import { readParameter } from './parameter';
import { checkReferences } from './references';
import { readResource } from './resource-definition';
import { readRule } from './rule';
import type { Template } from './template';

const sectionKeys = {
  supported: [
    'AWSTemplateFormatVersion',
    'Description',
    'Metadata',
    'Parameters',
    'Rules',
    'Mappings',
    'Conditions',
    'Resources',
    'Outputs',
  ],
  unsupported: ['Hooks', 'Globals'],
};

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
  refuseTransform(document.content, refuse);
  const sections = keysOnly(document.content, sectionKeys, 'a template', [], refuse);
  const entriesOf = <T>(section: string, read: (name: string, plain: Plain, at: Path) => T): Map<string, T> =>
    new Map(
      [...entries(sections[section], [section], refuse)].map(([name, plain, at]) => [
        name,
        read(name, plain, at),
      ]),
    );
  const template: Template = {
    document,
    ...(typeof sections.Description === 'string' && { description: sections.Description }),
    parameters: [
      ...entriesOf('Parameters', (name, ...rest) => readParameter(name, ...rest, refuse)).values(),
    ],
    mappings: entriesOf('Mappings', (_name, ...rest) => readMapping(...rest, refuse)),
    conditions: entriesOf('Conditions', (_name, ...rest) => readCondition(...rest, refuse)),
    rules: [...entriesOf('Rules', (_name, ...rest) => readRule(...rest, refuse)).values()],
    resources: entriesOf('Resources', (name, ...rest) => readResource(name, ...rest, refuse)),
    outputs: entriesOf('Outputs', (_name, ...rest) => readOutput(...rest, refuse)),
  };
  if (template.resources.size === 0)
    refuse({ at: ['Resources'], text: 'a template needs at least one resource' });
  checkReferences(template, refuse);
  return template;
}

/** Macros write the template anew before it is deployed; the driver has none. */
function refuseTransform(content: Plain, refuse: Refuse): void {
  const named = typeof content === 'object' && !Array.isArray(content) ? content.Transform : undefined;
  if (named === undefined) return;
  const names = (Array.isArray(named) ? named : [named]).map((each) =>
    typeof each === 'object' ? 'AWS::Include' : String(each),
  );
  refuse({
    at: ['Transform'],
    text: `the local stack driver has no transform ${names.join(', ')}; give it the template as it is after the transform`,
  });
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
