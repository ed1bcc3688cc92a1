import { bindingOf, membersOf, type Shape } from '../../src/wire/schemas';

/**
 * A value of a shape with every member in it, two items in every list, and characters that XML, URIs and forms have to
 * escape. A structure inside itself is left out the second time.
 */
export function sampleOf(shape: Shape, name = 'root', inside: readonly string[] = []): unknown {
  if (shape.isStructSchema()) return sampleStructure(shape, inside);
  if (shape.isListSchema()) return [1, 2].map((n) => sampleOf(shape.getValueSchema(), `${name}${n}`, inside));
  if (shape.isMapSchema()) return { key: sampleOf(shape.getValueSchema(), name, inside) };
  if (shape.isTimestampSchema()) return new Date('2026-03-01T12:00:00Z');
  if (shape.isBlobSchema()) return new TextEncoder().encode(`${name}: bytes`);
  if (shape.isBooleanSchema()) return true;
  if (shape.isNumericSchema()) return name.length;
  return `${name} <&"'> +%/é`;
}

function sampleStructure(shape: Shape, inside: readonly string[]): Record<string, unknown> {
  const own = shape.getName(true) ?? '';
  const members = membersOf(shape).filter(
    ([, member]) => !inside.includes(itemOf(member).getName(true) ?? ''),
  );
  // Of a union exactly one member is set.
  const chosen = shape.isUnionSchema() ? members.slice(0, 1) : members;
  return Object.fromEntries(
    chosen.map(([name, member]) => [name, sampleMember(name, member, [...inside, own])]),
  );
}

/** Headers carry ASCII only. */
const sampleMember = (name: string, member: Shape, inside: readonly string[]): unknown =>
  member.isStringSchema() && bindingOf(name, member).place === 'header'
    ? `${name}; 1`
    : sampleOf(member, name, inside);

/** What a list or map is of, in the end. */
const itemOf = (shape: Shape): Shape =>
  shape.isListSchema() || shape.isMapSchema() ? itemOf(shape.getValueSchema()) : shape;
