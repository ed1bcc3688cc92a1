import type { Path } from '../../template-error';
import type { Plain } from '../document';
import type { Call, Expression, Refuse } from '../expression';

/** One of CloudFormation's intrinsic functions. */
export interface IntrinsicFunction {
  /** The long form: `Fn::Join`. */
  readonly name: string;
  /** What it is applied to, with an example; ends the sentence `Fn::Join takes …`. */
  readonly takes: string;
  /** @returns undefined when the argument has not the form that `takes` tells */
  read(argument: Plain, site: Site): Expression | undefined;
}

/** Where a function stands, and how what is inside it is read. */
export interface Site {
  readonly at: Path;
  readonly refuse: Refuse;
  /** @param below where the plain value is, from the function on */
  read(plain: Plain, ...below: Path): Expression;
}

/** The call of a function that waits for what its inputs wait for. */
export const call = (
  name: string,
  inputs: readonly Expression[],
  at: Path,
  evaluate: Call['evaluate'],
): Call => ({ kind: 'call', name, inputs, isEarly: false, at, evaluate });

/** The call of a function whose inputs must be known before anything is made. */
export const earlyCall = (...[name, inputs, at, evaluate]: Parameters<typeof call>): Call => ({
  ...call(name, inputs, at, evaluate),
  isEarly: true,
});

/** The argument as a list of so many, each read; undefined if it is none. */
export const readItems = (argument: Plain, count: number, site: Site): Expression[] | undefined =>
  Array.isArray(argument) && argument.length === count
    ? argument.map((item, index) => site.read(item, index))
    : undefined;
