import type { Engine, EngineName, Job } from './engines/engine';
import { njsEngine } from './engines/njs';
import { quickjsEngine } from './engines/quickjs';
import { vmEngine } from './engines/vm';
import type { Result } from './harness/invocation';

export const engines: Readonly<Record<EngineName, Engine>> = {
  vm: vmEngine,
  quickjs: quickjsEngine,
  njs: njsEngine,
};

/** Runs a function for each event, one after the other. @returns the results in the order of the events. */
export function runFunction(engine: EngineName | Engine, job: Job): Promise<Result[]> {
  return (typeof engine === 'string' ? engines[engine] : engine).run(job);
}
