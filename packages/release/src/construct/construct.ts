import { type Json, objectIn, textsIn } from '../schema/change';
import { membersOf, typeOf } from './types';

/** A construct for AWS CDK: a module, and its types. */
export interface ConstructFiles {
  readonly module: string;
  readonly declaration: string;
}

const namesIn = (schema: Json, member: string): string[] =>
  textsIn(schema, member).map((pointer) => pointer.split('/').slice(2).join('.'));

/**
 * The construct of a type, made of its schema: CfnResource with the type's name, properties as they are called in
 * templates, and an attribute for each read-only property.
 */
export function constructOf(schema: Json): ConstructFiles {
  const typeName = String(schema.typeName);
  const name = typeName.split('::').at(-1) ?? '';
  const readOnly = namesIn(schema, 'readOnlyProperties');
  const attributes = readOnly.map((attribute) => ({ attribute, isList: isList(schema, attribute) }));
  const made = `// Made by \`npx release construct\` from the schema of ${typeName}.\n`;
  const getters = attributes.map(({ attribute, isList: list }) => {
    const value = `this.getAtt('${attribute}'${list ? ', ResolutionTypeHint.STRING_LIST' : ''})`;
    return `  get ${nameOf(attribute)}() {\n    return Token.${list ? 'asList' : 'asString'}(${value});\n  }\n`;
  });
  const hint = attributes.some(({ isList: list }) => list)
    ? 'CfnResource, ResolutionTypeHint, Token'
    : 'CfnResource, Token';
  const definitions = Object.entries(objectIn(schema, 'definitions')).map(
    ([definition, shape]) => `export type ${definition} = ${typeOf(shape as Json)};\n`,
  );
  const shown = attributes.map(
    ({ attribute, isList: list }) => `  readonly ${nameOf(attribute)}: ${list ? 'string[]' : 'string'};\n`,
  );
  return {
    module: `${made}import { ${hint} } from 'aws-cdk-lib';

export class ${name} extends CfnResource {
  constructor(scope, id, properties) {
    super(scope, id, { type: '${typeName}', properties });
  }

${getters.join('\n')}}
`,
    declaration: `${made}import type { CfnResource } from 'aws-cdk-lib';
import type { Construct } from 'constructs';

${definitions.join('')}
export interface ${name}Properties {
${membersOf(schema, readOnly)
  .map((member) => `  ${member}\n`)
  .join('')}}

export class ${name} extends CfnResource {
  constructor(scope: Construct, id: string, properties: ${name}Properties);
${shown.join('')}}
`,
  };
}

const nameOf = (attribute: string): string => `attr${attribute.replaceAll('.', '')}`;

const isList = (schema: Json, attribute: string): boolean =>
  objectIn(objectIn(schema, 'properties'), attribute).type === 'array';
