import { invalidArgument } from '../failures';

/** The model's schema knows no enumerations: they are looked at here. @throws AwsFailure InvalidArgument */
export function requireWord(parameter: string, value: string | undefined, words: readonly string[]): void {
  if (value === undefined || !words.includes(value))
    throw invalidArgument(`The parameter ${parameter} is ${value}; it can be ${words.join(', ')}.`);
}
