export * from './choice';
export * from './road';
export { customerFirst } from './steps';
export * from './way';
export * from './ways';
export { beyondWildcards } from './wildcard';
