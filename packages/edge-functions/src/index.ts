export * from './answer';
export type { Engine, EngineName, Job } from './engines/engine';
export { type PreparedFunction, type PreparedOptions, prepareFunction } from './engines/prepared';
export * from './event';
export type { FunctionError, Invocation, Result } from './harness/invocation';
export * from './limits';
export * from './lint';
export * from './response';
export * from './run';
