import schema from '../awscommunity-redirect-site.json';

/** The parts of a schema that say what a value is. */
interface Definition {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly properties?: Readonly<Record<string, Definition>>;
  readonly patternProperties?: Readonly<Record<string, Definition>>;
  readonly items?: Definition;
}

const definitions = schema.definitions as unknown as Readonly<Record<string, Definition>>;

/**
 * Properties as the schema has them: CloudFormation sends numbers and truth values as texts ("301"), and what a
 * template says bare where a text belongs (`lang: 5`) as it is. Where several types may be, a text stays one unless
 * nothing but the other can be meant.
 */
export const recastProperties = (properties: unknown): unknown =>
  recast(properties, schema as unknown as Definition);

function recast(value: unknown, given: Definition): unknown {
  const definition = resolved(given);
  if (Array.isArray(value)) {
    const { items } = definition;
    return items ? value.map((item) => recast(item, items)) : value;
  }
  if (typeof value === 'object' && value !== null) return recastMembers(value, definition);
  const types = [definition.type ?? []].flat();
  if (typeof value === 'string') return recastText(value, types);
  const isPlain = typeof value === 'number' || typeof value === 'boolean';
  const isMeantSo = ['boolean', 'integer', 'number'].some((type) => types.includes(type));
  return isPlain && types.includes('string') && !isMeantSo ? String(value) : value;
}

const resolved = (definition: Definition): Definition =>
  definition.$ref === undefined ? definition : (definitions[definition.$ref.split('/').at(-1) ?? ''] ?? {});

function recastMembers(value: object, { properties = {}, patternProperties = {} }: Definition): unknown {
  const [ofAnyName] = Object.values(patternProperties);
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => {
      const definition = properties[name] ?? ofAnyName;
      return [name, definition ? recast(member, definition) : member];
    }),
  );
}

/** `CacheControl` is a text or false, `Expect` a location or a status. */
function recastText(text: string, types: readonly string[]): unknown {
  const isText = types.includes('string');
  if (types.includes('boolean') && (text === 'false' || (!isText && text === 'true'))) return text === 'true';
  const isNumber = types.includes('integer') || types.includes('number');
  const pattern = isText ? /^\d{3}$/ : /^-?\d+(\.\d+)?$/;
  return isNumber && pattern.test(text) ? Number(text) : text;
}
