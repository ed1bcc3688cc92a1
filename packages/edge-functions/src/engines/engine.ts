import type { Invocation, Result } from '../harness/invocation';

export type EngineName = 'vm' | 'quickjs' | 'njs';

export interface Job {
  readonly code: string;
  /** The KeyValueStore that is associated with the function. */
  readonly store: ReadonlyMap<string, string>;
  readonly events: readonly Invocation[];
  /** Runs each event so often and tells the mean time; 1 if absent. */
  readonly rounds?: number;
  /** Of a process: one that has written no result for so long is taken to hang; 5,000 if absent. */
  readonly silenceMilliseconds?: number;
}

/** Something that runs functions. */
export interface Engine {
  readonly name: EngineName;
  /** Whether this machine has it. */
  isAvailable(): boolean;
  /** @returns one result for each event, in order. Code that does not load is an error of each. */
  run(job: Job): Promise<Result[]>;
}
