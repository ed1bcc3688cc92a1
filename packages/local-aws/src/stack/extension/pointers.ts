import type { TypeSchema } from '../type-runtime';
import { isMembers, type Members, type Value } from '../value';

/** `/properties/Target/DomainName` of a schema as names: ['Target', 'DomainName']. */
export const namesOf = (pointer: string): string[] => pointer.split('/').slice(2);

/** The member that the names lead to, if it is there. */
export function memberAt(model: Members | undefined, names: readonly string[]): Value | undefined {
  let value: Value | undefined = model;
  for (const name of names) value = isMembers(value) ? value[name] : undefined;
  return value;
}

/** A primary identifier as CloudFormation writes physical ids: its parts with `|` between. Undefined if one lacks. */
export function identityOf(schema: TypeSchema, model: Members | undefined): string | undefined {
  const parts = schema.primaryIdentifier.map((pointer) => memberAt(model, namesOf(pointer)));
  return parts.every((part) => part !== undefined && part !== null && part !== '')
    ? parts.join('|')
    : undefined;
}

/** The model with nothing but the members that the pointers name. */
export function only(model: Members, pointers: readonly string[]): Members {
  const kept: Members = {};
  for (const names of pointers.map(namesOf)) {
    const value = memberAt(model, names);
    if (value === undefined || value === null) continue;
    let inside: Members = kept;
    for (const name of names.slice(0, -1)) {
      inside[name] ??= {};
      inside = inside[name] as Members;
    }
    inside[names.at(-1)!] = value;
  }
  return kept;
}
