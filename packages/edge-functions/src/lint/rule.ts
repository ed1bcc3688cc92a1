import type { AnyNode, Program } from 'acorn';
import type { Names } from './scope';

/** A function's code, read. */
export interface Source {
  readonly code: string;
  readonly program: Program;
  readonly names: Names;
}

export interface Finding {
  readonly at: AnyNode | { readonly start: number };
  readonly what: string;
  readonly instead: string;
}

/** One thing that CloudFront does not take. */
export interface Rule {
  readonly name: string;
  check(source: Source): Finding[];
}
