import { pseudoValues } from './pseudo';
import { type Scope, UnresolvableError } from './resolve';
import type { Made } from './stack';
import { Later, type Value } from './value';

/** What a stack's Refs look at. */
export interface Surroundings {
  readonly id: string;
  readonly name: string;
  readonly accountId: string;
  readonly region: string;
  readonly parameters: ReadonlyMap<string, Value>;
}

/** Ref and GetAtt of a stack. A resource that is not made yet has values that come later. */
export function scopeOf(
  stack: Surroundings,
  madeOf: (logicalId: string) => Made | undefined,
  exported: Scope['exported'],
): Scope {
  const pseudo = pseudoValues(stack);
  const reference: Scope['reference'] = (reference) => {
    if (reference.kind === 'attribute') {
      const made = madeOf(reference.logicalId);
      if (!made) return new Later(`${reference.logicalId}.${reference.attribute}`);
      const value = made.attributes[reference.attribute];
      if (value !== undefined) return value;
      // A read-only property that the type's model left out.
      const text = `${reference.logicalId} gave no value for ${reference.attribute}`;
      throw new UnresolvableError({ at: reference.at, text });
    }
    const { name } = reference;
    if (name === 'AWS::NoValue') return undefined;
    return stack.parameters.get(name) ?? pseudo.get(name) ?? madeOf(name)?.physicalId ?? new Later(name);
  };
  return { reference, exported };
}
