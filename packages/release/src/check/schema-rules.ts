import { type Json, objectIn, textsIn } from '../schema/change';

type Rule = (schema: Json) => string[];

/**
 * What `cfn validate` only warns of, or says nothing about, and what then fails in TestType or at a consumer's.
 * @returns what is wrong, in sentences
 */
export const schemaProblems = (schema: Json): string[] => rules.flatMap((rule) => rule(schema));

const rules: readonly Rule[] = [
  (schema) =>
    String(schema.documentationUrl ?? '').startsWith('https://')
      ? []
      : ['documentationUrl is missing: it is the only link to documentation that the registry shows'],

  (schema) => {
    const settled = [...textsIn(schema, 'readOnlyProperties'), ...textsIn(schema, 'createOnlyProperties')];
    return textsIn(schema, 'primaryIdentifier')
      .filter((pointer) => !settled.includes(pointer))
      .map((pointer) => `${pointer} identifies the resource, so it must be read-only or create-only`);
  },

  (schema) => {
    const readOnly = textsIn(schema, 'readOnlyProperties');
    const others = [
      ...textsIn(schema, 'createOnlyProperties'),
      ...textsIn(schema, 'writeOnlyProperties'),
      ...textsIn(schema, 'required').map((name) => `/properties/${name}`),
    ];
    return readOnly
      .filter((pointer) => others.includes(pointer))
      .map((pointer) => `${pointer} is read-only and cannot be create-only, write-only or required too`);
  },

  (schema) =>
    Object.entries(objectIn(schema, 'handlers')).flatMap(([name, handler]) =>
      textsIn(handler as Json, 'permissions')
        .filter((action) => action.includes('*'))
        .map((action) => `handlers.${name} asks for ${action}: name the actions, the role is made from them`),
    ),

  (schema) =>
    schema.tagging === undefined
      ? ['tagging is missing: say whether the resource takes tags, and by which property']
      : [],

  (schema) =>
    Buffer.byteLength(JSON.stringify(schema)) > 60 * 1024
      ? ['the schema is larger than 60 KiB, which cfn validate refuses']
      : [],
];
