export { type CheckOptions, check } from './check/check';
export { type Finding, type FindingName, findingNames, type Severity } from './check/finding';
export {
  type Compiled,
  type CompileOptions,
  compile,
  compileStores,
  type StoresOptions,
} from './compile/compile';
export { type Delta, delta, type Items, settle, stage } from './compile/generations';
export { SiteProblem } from './compile/problem';
export type { CompileStats } from './compile/stats';
export { isOfHost, type Version, versioned, versionsOf } from './compile/versions';
export { type Coverage, coverage, type Missed } from './coverage/coverage';
export { type DeclaredRequest, declaredRequests } from './coverage/declared';
export { type Change, type ChangeGroup, type Difference, type DiffOptions, diff } from './diff/diff';
export { evaluate, prepare } from './evaluate/evaluate';
export { RuleProblem } from './evaluate/reading';
export { type Generated, type GenerateOptions, generate } from './generate/generate';
export { importCsv } from './import/csv';
export { importNetlify } from './import/netlify';
export { importNginx } from './import/nginx/import-nginx';
export { generatedTests } from './import/refractr/generated-tests';
export { importRefractr, type RefractrOptions } from './import/refractr/import-refractr';
export type { ImportEntry, Imported, ImportReport } from './import/report';
export { AddressProblem } from './layout/address';
export { budgets } from './layout/limits';
export type * from './model/exchange';
export type * from './model/rule-set';
export type * from './read/author';
export type { Problem } from './read/problem';
export { type Reading, readRules } from './read/read-rules';
export {
  continueRun,
  type Hop,
  type Run,
  resultOf,
  startRun,
  type TestResult,
  type Verdict,
} from './run/hops';
export { firstRequest, requestTo } from './run/request-of';
export { declaredTests, hostsOf, runTest, runTests } from './run/run-tests';
export { writeReadable } from './write/write-readable';
export { writeRules } from './write/write-rules';
