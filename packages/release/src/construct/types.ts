import { isObject, type Json, objectIn, textsIn } from '../schema/change';

/** A schema in the language of TypeScript, as far as that can say it: limits and patterns are for the linter. */
export function typeOf(schema: Json): string {
  const { $ref, enum: choices, type, items, patternProperties, properties } = schema;
  if (typeof $ref === 'string') return $ref.split('/').at(-1) ?? 'unknown';
  if (Array.isArray(choices)) return choices.map((choice) => JSON.stringify(choice)).join(' | ');
  if (Array.isArray(type)) return 'unknown';
  if (type === 'array') return `readonly ${inParentheses(isObject(items) ? typeOf(items) : 'unknown')}[]`;
  if (isObject(properties)) return `{ ${membersOf(schema).join(' ')} }`;
  if (isObject(patternProperties)) {
    const [value] = Object.values(patternProperties);
    return `Readonly<Record<string, ${isObject(value) ? typeOf(value) : 'unknown'}>>`;
  }
  return (
    { string: 'string', integer: 'number', number: 'number', boolean: 'boolean' }[String(type)] ?? 'unknown'
  );
}

const inParentheses = (type: string): string => (/ [|&] /.test(type) ? `(${type})` : type);

/** @param leftOut names of properties that nobody sets */
export function membersOf(schema: Json, leftOut: readonly string[] = []): string[] {
  const required = textsIn(schema, 'required');
  return Object.entries(objectIn(schema, 'properties'))
    .filter(([name]) => !leftOut.includes(name))
    .map(([name, property]) => {
      const { description } = property as Json;
      const says = typeof description === 'string' ? `/** ${description.replaceAll('*/', '* /')} */ ` : '';
      return `${says}readonly ${name}${required.includes(name) ? '' : '?'}: ${typeOf(property as Json)};`;
    });
}
