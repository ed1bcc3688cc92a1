export type * from './model/exchange';
export type * from './model/rule-set';
