import { isObject, type Json, type JsonObject, pathText } from '../json';

/** What becomes of the places of a configuration, by path: another value, or nothing at all. */
export interface Rewriting {
  readonly values: ReadonlyMap<string, Json>;
  readonly removed: ReadonlySet<string>;
}

/** The same configuration with other values at some places, and without some members and items. */
export function rewrite(config: JsonObject, rewriting: Rewriting): JsonObject {
  return walk(config, [], rewriting) as JsonObject;
}

function walk(value: Json, path: readonly (string | number)[], rewriting: Rewriting): Json | undefined {
  const at = pathText(path);
  if (rewriting.removed.has(at)) return undefined;
  const other = rewriting.values.get(at);
  if (other !== undefined) return other;
  if (Array.isArray(value))
    return value
      .map((item, index) => walk(item, [...path, index], rewriting))
      .filter((item) => item !== undefined);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .map(([name, member]) => [name, walk(member, [...path, name], rewriting)] as const)
      .filter((each): each is [string, Json] => each[1] !== undefined),
  );
}

/** The path without its last steps: `A.B[0].C` without 2 is `A.B`. */
export function withoutLast(path: string, steps: number): string {
  const all = path.match(/\.?[^.[\]]+|\[\d+\]/g) ?? [];
  return all.slice(0, all.length - steps).join('');
}
