export { importCsv } from './import/csv';
export { importNetlify } from './import/netlify';
export type * from './model/exchange';
export type * from './model/rule-set';
export type * from './read/author';
export { writeRules } from './write/write-rules';
