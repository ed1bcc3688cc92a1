export type { Expectation, Mark, NamePlan, TrafficPlan, Wiring } from './plan';
export type { ConnectionKind, LookupRecord, RequestRecord } from './request-record';
export { startTraffic, type Traffic } from './traffic';
export { type FailureGroup, failureSentence } from './verdict/failures';
export { nobody, split } from './verdict/final-side';
export type { SideSwitch } from './verdict/switches';
export { type Verdict, verdict } from './verdict/verdict';
export { nearChangeRadiusMs } from './verdict/visible-hole';
