import { isObject, type Json, pathText } from '../json';

/** Where something stands in a configuration, and what stands there. */
export interface Place {
  readonly path: string;
  readonly value: Json;
}

/**
 * Every place that a pattern names, in the document's order. `[]` stands for each item of a list, as in
 * `Origins.Items[].OriginAccessControlId`; a place that the document does not have is none.
 */
export function placesOf(document: Json, pattern: string): Place[] {
  const steps = pattern
    .split('.')
    .flatMap((step) => (step.endsWith('[]') ? [step.slice(0, -2), '[]'] : [step]));
  return walk(document, steps, []);
}

function walk(
  value: Json | undefined,
  steps: readonly string[],
  path: readonly (string | number)[],
): Place[] {
  const [step, ...rest] = steps;
  if (value === undefined || value === null) return [];
  if (step === undefined) return [{ path: pathText(path), value }];
  if (step === '[]')
    return Array.isArray(value) ? value.flatMap((item, index) => walk(item, rest, [...path, index])) : [];
  return isObject(value) ? walk(value[step], rest, [...path, step]) : [];
}
