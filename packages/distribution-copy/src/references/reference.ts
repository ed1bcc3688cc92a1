import type { JsonObject } from '../json';
import { type ReferenceKind, referenceKinds } from './kinds';
import { placesOf } from './place';

/** Something of the source's account that a configuration names, wherever it does. */
export interface Reference {
  readonly kind: ReferenceKind;
  readonly value: string;
  readonly paths: readonly string[];
}

/**
 * Everything that a person has to map before the configuration can live in another account. Empty text stands for
 * "none" all over the API, so it is no reference; neither is what every account has under the same id.
 */
export function referencesIn(config: JsonObject): Reference[] {
  return referenceKinds.flatMap((kind) => referencesOf(config, kind));
}

function referencesOf(config: JsonObject, kind: ReferenceKind): Reference[] {
  const paths = new Map<string, string[]>();
  for (const { path, value } of kind.patterns.flatMap((pattern) => placesOf(config, pattern))) {
    if (typeof value !== 'string' || value === '' || kind.isShared?.(value)) continue;
    paths.set(value, [...(paths.get(value) ?? []), path]);
  }
  return [...paths].map(([value, found]) => ({ kind, value, paths: found }));
}
