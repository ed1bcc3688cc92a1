import Ajv, { type ErrorObject, type ValidateFunction } from 'ajv';
import type { Path, Problem } from '../template-error';
import type { TypeSchema } from '../type-runtime';
import { isLater, isMembers, Later, type Members, type Value } from '../value';
import { memberAt, namesOf } from './pointers';
import { findingOf } from './schema-findings';

/**
 * The check of a type's properties against its schema, made before anything is invoked. Values are taken as
 * CloudFormation takes them ('5' where a number is wanted, 5 where text is) and sent as they were written.
 */
export function schemaCheckOf(schema: TypeSchema): (properties: Members, at: Path) => Problem[] {
  let compiled: ValidateFunction | undefined;
  return (properties, at) => {
    const given = readOnlyGiven(schema, properties, at);
    // Most runs declare one of the types that are registered: each is compiled when it is asked for.
    compiled ??= validatorOf(schema);
    // On a copy: ajv writes what it has coerced.
    if (given.length || compiled(withStandIns(properties))) return given;
    return (compiled.errors ?? [])
      .filter((error) => isFirm(error, properties))
      .map((error) => findingOf(error, at));
  };
}

function validatorOf(schema: TypeSchema): ValidateFunction {
  const ajv = new Ajv({
    allErrors: true,
    verbose: true,
    strict: false,
    coerceTypes: true,
    // The registry's patterns are written without JavaScript's u flag in mind, and its formats are not ajv's.
    unicodeRegExp: false,
    validateFormats: false,
  });
  // The meta-schema that `$schema` names lives on the web; nothing is fetched here.
  const { $schema: _meta, $id: _id, ...rules } = schema;
  return ajv.compile(rules);
}

const readOnlyGiven = (schema: TypeSchema, properties: Members, at: Path): Problem[] =>
  (schema.readOnlyProperties ?? [])
    .map(namesOf)
    .filter((names) => memberAt(properties, names) !== undefined)
    .map((names) => ({
      at: [...at, ...names],
      text: `${names.join('.')} is read-only: ${schema.typeName} sets it itself; leave it out and read it with Fn::GetAtt`,
    }));

/** A copy in which every value that is not known yet is some text, each another. */
function withStandIns(value: Value, count = { n: 0 }): unknown {
  if (value instanceof Later) return `later-${count.n++}`;
  if (Array.isArray(value)) return value.map((item) => withStandIns(item, count));
  if (!isMembers(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, withStandIns(each, count)]));
}

/** Rules about a whole that hang on values somewhere inside it. */
const hangsOnInside = new Set(['anyOf', 'oneOf', 'allOf', 'if', 'not', 'const', 'contains']);

/** Whether a finding will stand once the values that are not known yet are. */
function isFirm({ instancePath, keyword }: ErrorObject, properties: Members): boolean {
  let value: Value | undefined = properties;
  for (const name of instancePath.split('/').slice(1).map(plainName)) {
    value = (value as Record<string, Value | undefined> | undefined)?.[name];
    if (value instanceof Later) return false;
  }
  return !(hangsOnInside.has(keyword) && value !== undefined && isLater(value));
}

/** JSON pointers write `/` and `~` in names as `~1` and `~0`. */
const plainName = (name: string): string => name.replaceAll('~1', '/').replaceAll('~0', '~');
