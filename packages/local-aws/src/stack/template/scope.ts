import type { Value } from '../value';
import type { Reference } from './expression';

/** What a template's names give at this moment. */
export interface Scope {
  /** Ref and GetAtt. `undefined` is AWS::NoValue: the property is as good as not written. */
  reference(reference: Reference): Value | undefined;
  /** An export of another stack, if there is one. */
  exported(name: string): string | undefined;
  /** An entry of the Mappings section, if there is one. */
  mapped(map: string, topLevelKey: string, secondLevelKey: string): Value | undefined;
}
