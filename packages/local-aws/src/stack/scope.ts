import type { Made } from './stack';
import type { Mapping } from './template/mapping';
import type { ParameterValue } from './template/parameter-values';
import { pseudoValues } from './template/pseudo';
import { UnresolvableError } from './template/resolve';
import type { Scope } from './template/scope';
import { Later } from './value';

/** What the names in a stack's template look at. */
export interface Surroundings {
  readonly id: string;
  readonly name: string;
  readonly accountId: string;
  readonly region: string;
  readonly parameters: ReadonlyMap<string, ParameterValue>;
  readonly template: { readonly mappings: ReadonlyMap<string, Mapping> };
}

/** The names of a stack's template. A resource that is not made yet has values that come later. */
export function scopeOf(
  { template, parameters, ...stack }: Surroundings,
  madeOf: (logicalId: string) => Made | undefined,
  exported: Scope['exported'],
): Scope {
  const pseudo = pseudoValues(stack);
  return {
    exported,
    mapped: (map, top, second) => template.mappings.get(map)?.[top]?.[second],
    reference: (reference) => {
      if (reference.kind === 'attribute') return attributeOf(reference, madeOf(reference.logicalId));
      const { name } = reference;
      if (name === 'AWS::NoValue') return undefined;
      return parameters.get(name)?.value ?? pseudo.get(name) ?? madeOf(name)?.physicalId ?? new Later(name);
    },
  };
}

function attributeOf(
  { logicalId, attribute, at }: Extract<Parameters<Scope['reference']>[0], { kind: 'attribute' }>,
  made: Made | undefined,
) {
  if (!made) return new Later(`${logicalId}.${attribute}`);
  // A read-only property that the type's model left out.
  const problem = { at, text: `${logicalId} gave no value for ${attribute}` };
  const value = made.attributes[attribute];
  if (value === undefined) throw new UnresolvableError(problem);
  return value;
}
