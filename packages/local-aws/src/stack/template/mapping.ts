import type { Path } from '../template-error';
import type { Value } from '../value';
import type { Plain, PlainObject } from './document';
import type { Refuse } from './expression';

/** A map of the Mappings section: two levels of keys, and text or lists of text. */
export type Mapping = Readonly<Record<string, Readonly<Record<string, Value>>>>;

export function readMapping(plain: Plain, at: Path, refuse: Refuse): Mapping {
  for (const [top, entries] of Object.entries(mapOf(plain, at, refuse)))
    for (const [second, value] of Object.entries(mapOf(entries, [...at, top], refuse))) {
      const items = Array.isArray(value) ? value : [value];
      if (items.some((item) => typeof item === 'object'))
        refuse({
          at: [...at, top, second],
          text: 'must be text or a list of text; functions cannot be in a mapping',
        });
    }
  return plain as Mapping;
}

const mapOf = (plain: Plain, at: Path, refuse: Refuse): PlainObject =>
  typeof plain === 'object' && !Array.isArray(plain)
    ? plain
    : refuse({ at, text: 'must be a map of two levels of keys' });
