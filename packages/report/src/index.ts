export type * from './record';
