import type { ErrorObject } from 'ajv';
import type { Path, Problem } from '../template-error';
import { describe, type Value } from '../value';

/** A finding of the schema's validator as a sentence: the property, what is wrong, what to write. */
export function findingOf(error: ErrorObject, at: Path): Problem {
  const place = [...at, ...error.instancePath.split('/').slice(1)];
  const word = sentences[error.keyword] ?? otherwise;
  const unknown = (error.params as { additionalProperty?: string }).additionalProperty;
  return { at: unknown === undefined ? place : [...place, unknown], text: word(error) };
}

interface SchemaPart {
  readonly type?: string | string[];
  readonly description?: string;
  readonly enum?: unknown[];
  readonly properties?: Record<string, SchemaPart>;
}

const partOf = (error: ErrorObject): SchemaPart => (error.parentSchema ?? {}) as SchemaPart;
const found = (error: ErrorObject): string => describe(error.data as Value);

const sentences: Record<string, (error: ErrorObject) => string> = {
  additionalProperties: (error) => {
    const name = String((error.params as { additionalProperty: string }).additionalProperty);
    const known = Object.keys(partOf(error).properties ?? {});
    const meant = known.find((each) => each.toLowerCase() === name.toLowerCase());
    return `unknown property ${name}; ${meant ? `write ${meant}` : `there are ${known.join(', ')}`}`;
  },
  required: (error) => {
    const name = String((error.params as { missingProperty: string }).missingProperty);
    const part = partOf(error).properties?.[name];
    return `${name} is missing; write it${part?.description ? `: ${firstSentence(part.description)}` : ''}`;
  },
  type: (error) => {
    const wanted = [partOf(error).type ?? []].flat().map((type) => typeNames[type] ?? type);
    return `must be ${wanted.join(' or ')}, not ${found(error)}`;
  },
  enum: (error) => `must be one of ${(partOf(error).enum ?? []).join(', ')}, not ${found(error)}`,
  pattern: (error) =>
    `${found(error)} does not match ${(error.params as { pattern: string }).pattern}${hint(error)}`,
};

const typeNames: Record<string, string> = {
  array: 'a list',
  boolean: 'true or false',
  integer: 'a whole number',
  number: 'a number',
  object: 'an object',
  string: 'text',
};

const otherwise = (error: ErrorObject): string =>
  `${found(error)} ${error.message ?? 'is not valid'}${hint(error)}`;

const hint = (error: ErrorObject): string => {
  const { description } = partOf(error);
  return description ? ` (${firstSentence(description)})` : '';
};

const firstSentence = (text: string): string => /^.*?[.](?=\s|$)/.exec(text)?.[0].slice(0, -1) ?? text;
