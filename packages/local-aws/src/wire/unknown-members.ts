import {
  booleanShape,
  envelope,
  isFlat,
  listShape,
  membersOf,
  numberShape,
  type Shape,
  textShape,
  wireNameOf,
  withItems,
  withMembers,
} from './schemas';

/*
 * CloudFront's model grows: a distribution may have members that the SDK here does not know, pasted from a newer AWS
 * CLI or sent by a client. They are kept as they are and answered again, as a server with a newer model does; a client
 * that leaves them out of an update loses them, as in reality. The codecs read and write by shapes alone, so the shape
 * of the document is opened by what is there.
 */

/** How a document is laid out: as parsed XML, or as the plain object that the world keeps. */
interface Layout {
  keyOf(name: string, member: Shape): string;
  itemsOf(list: Shape, value: unknown): readonly unknown[];
  isMember(key: string): boolean;
}

const asList = (value: unknown): unknown[] => (value == null ? [] : Array.isArray(value) ? value : [value]);

const inXml: Layout = {
  keyOf: (name, member) => wireNameOf(member, name),
  itemsOf: (list, value) =>
    isFlat(list)
      ? asList(value)
      : asList((value as Record<string, unknown>)[wireNameOf(list.getValueSchema(), 'member')]),
  // The parser shows attributes and text beside elements.
  isMember: (key) => !key.startsWith('xmlns') && !key.startsWith('#'),
};

const inObject: Layout = {
  keyOf: (name) => name,
  itemsOf: (_, value) => asList(value),
  isMember: () => true,
};

/** The shape of an XML document with what its model does not know. @param parsed as the SDK's parser gives it */
export const openedByXml = (shape: Shape, parsed: unknown): Shape => opened(shape, [parsed], inXml) ?? shape;

/** The shape by which an object can be written with all of its members. */
export const openedByObject = (shape: Shape, value: unknown): Shape =>
  opened(shape, [value], inObject) ?? shape;

/** @param values all that are found at this place: the items of a list share a shape. @returns undefined: fits */
function opened(shape: Shape, values: readonly unknown[], layout: Layout): Shape | undefined {
  if (shape.isListSchema()) {
    const items = values.flatMap((value) => layout.itemsOf(shape, value));
    const item = items.length ? opened(shape.getValueSchema(), items, layout) : undefined;
    return item && withItems(shape, item);
  }
  const objects = values.filter(isObject);
  return shape.isStructSchema() && objects.length ? openedStructure(shape, objects, layout) : undefined;
}

function openedStructure(
  shape: Shape,
  values: readonly Record<string, unknown>[],
  layout: Layout,
): Shape | undefined {
  const unknown = new Set(values.flatMap(Object.keys).filter(layout.isMember));
  let isChanged = false;
  const members = membersOf(shape).map(([name, member]): [string, Shape] => {
    const key = layout.keyOf(name, member);
    unknown.delete(key);
    const inside = values.map((value) => value[key]).filter((value) => value != null);
    const wider = inside.length ? opened(member, inside, layout) : undefined;
    isChanged ||= wider !== undefined;
    return [name, wider ?? member];
  });
  if (!isChanged && unknown.size === 0) return undefined;
  return withMembers(shape, [...members, ...guessedMembers(values, unknown, layout)]);
}

const guessedMembers = (
  values: readonly Record<string, unknown>[],
  names: ReadonlySet<string>,
  layout: Layout,
): [string, Shape][] =>
  [...names].flatMap((name): [string, Shape][] => {
    const inside = values.map((value) => value[name]).filter((value) => value != null);
    return inside.length ? [[name, guessed(name, inside, layout)]] : [];
  });

/** What a value of an unknown member looks like. Lists are called `Items`, the name of an item cannot be known. */
function guessed(name: string, values: readonly unknown[], layout: Layout): Shape {
  if (values.some(Array.isArray))
    return listShape(guessed('member', values.flatMap(asList), layout), name !== 'Items');
  const objects = values.filter(isObject);
  if (objects.length) {
    const keys = new Set(objects.flatMap(Object.keys).filter(layout.isMember));
    return envelope(name, Object.fromEntries(guessedMembers(objects, keys, layout)));
  }
  if (values.every((value) => typeof value === 'boolean')) return booleanShape;
  return values.every((value) => typeof value === 'number') ? numberShape : textShape;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  !(value instanceof Date) &&
  !(value instanceof Uint8Array);
