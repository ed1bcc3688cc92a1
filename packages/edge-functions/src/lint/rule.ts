import type { AnyNode, Program } from 'acorn';
import type { Names } from './scope';

/** A function's code, read. */
export interface Parsed {
  readonly code: string;
  readonly program: Program;
}

/** With what each of its names means. */
export interface Source extends Parsed {
  readonly names: Names;
}

export interface Finding {
  readonly at: AnyNode | { readonly start: number };
  readonly what: string;
  readonly instead: string;
}

/** One thing that CloudFront does not take. */
export interface Rule<S extends Parsed = Source> {
  readonly name: string;
  check(source: S): Finding[];
}
