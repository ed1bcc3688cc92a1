import { type Fault, FaultError, parseFault } from '@cutover/local-aws';
import { InvalidArgumentError } from 'commander';

/** Reads one more `--fault`; the world's own list of faults says which exist. */
export function faultOption(text: string, others: readonly Fault[] = []): Fault[] {
  try {
    return [...others, parseFault(text)];
  } catch (error) {
    if (!(error instanceof FaultError)) throw error;
    throw new InvalidArgumentError(error.message.replaceAll(/\n\s*/g, '; '));
  }
}
