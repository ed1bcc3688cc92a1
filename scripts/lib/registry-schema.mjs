import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { inRoot, root } from './repository.mjs';
import { StepFailed } from './run.mjs';

/**
 * The dialect in which CloudFormation's registry takes a resource's schema is smaller than JSON Schema: no `not`, no
 * `propertyNames`, and `additionalProperties` only as false (base.definition.schema.v1.json of the CloudFormation CLI).
 * What is lost narrows only, or is for editors; the reader of the rules holds to the whole schema. A list says whether
 * its order counts.
 */
function inRegistryDialect(schema) {
  if (Array.isArray(schema) || typeof schema !== 'object' || schema === null) return schema;
  const {
    not: _not,
    defaultSnippets: _,
    propertyNames,
    additionalProperties,
    properties,
    items,
    ...kept
  } = schema;
  return {
    ...kept,
    ...(properties && { properties: mapped(properties) }),
    ...(items && { insertionOrder: true, items: inRegistryDialect(items) }),
    ...(typeof additionalProperties === 'object' && {
      patternProperties: { [propertyNames?.pattern ?? '^.*$']: inRegistryDialect(additionalProperties) },
    }),
    ...(additionalProperties !== undefined && { additionalProperties: false }),
  };
}

const mapped = (schemas) =>
  Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [name, inRegistryDialect(schema)]));

/** Members of a rule file that are no property of the resource: a hint for editors, and a name that it has already. */
const ofFilesOnly = ['$schema', 'Name'];

/** @returns the resource's schema: what it says itself, and the language of its rules, each in its own words. */
export function registrySchema(own, language) {
  const rules = Object.fromEntries(
    Object.entries(mapped(language.properties)).filter(([name]) => !ofFilesOnly.includes(name)),
  );
  const { definitions, properties, ...rest } = own;
  const { SiteId, ...others } = properties;
  return {
    ...pick(rest, ['typeName', 'description', 'sourceUrl']),
    definitions: { ...mapped(language.definitions), ...definitions },
    properties: { SiteId, ...rules, ...others },
    ...omit(rest, ['typeName', 'description', 'sourceUrl']),
  };
}

/**
 * For `cfn generate`: the members of the language pass through the model as they are. The runtime library would make a
 * class of each definition and a Map of each mapping, and the codec plain objects of them again.
 */
export function withoutLanguage(schema, language) {
  const passing = { type: ['object', 'array'] };
  const opaque = Object.keys(schema.properties).filter((name) => name in language.properties);
  return {
    ...schema,
    definitions: omit(schema.definitions, Object.keys(language.definitions)),
    properties: { ...schema.properties, ...Object.fromEntries(opaque.map((name) => [name, passing])) },
  };
}

const pick = (object, names) =>
  Object.fromEntries(Object.entries(object).filter(([name]) => names.includes(name)));
const omit = (object, names) =>
  Object.fromEntries(Object.entries(object).filter(([name]) => !names.includes(name)));

/** Type folders whose schema is made of two: what the resource says itself, and the language of its rules. */
const languages = {
  'awscommunity-redirect-site': inRoot(
    'packages',
    'redirect-rules',
    'src',
    'schema',
    'redirect-rules.schema.json',
  ),
};

/**
 * @returns the schema of a type folder: its text where it is made, and what the model is made of.
 */
export function schemaOf(typeFolder) {
  const name = basename(typeFolder);
  const path = `${name}.json`;
  const languagePath = languages[name];
  if (languagePath === undefined) return { path, forModels: readFileSync(join(typeFolder, path), 'utf8') };
  const language = JSON.parse(readFileSync(languagePath, 'utf8'));
  const own = JSON.parse(readFileSync(join(typeFolder, 'schema', 'own.json'), 'utf8'));
  const schema = registrySchema(own, language);
  return { path, text: formatted(schema), forModels: JSON.stringify(withoutLanguage(schema, language)) };
}

/** As the repository formats JSON, so that the formatter leaves it alone. */
function formatted(value) {
  const biome = inRoot('node_modules', '.bin', 'biome');
  const { status, stdout, error } = spawnSync(biome, ['format', '--stdin-file-path=schema.json'], {
    input: JSON.stringify(value, undefined, 2),
    encoding: 'utf8',
    cwd: root,
  });
  if (status !== 0) throw new StepFailed(`biome could not format a schema: ${error?.message ?? status}`);
  return stdout;
}
