export * from './choice';
export * from './road';
export * from './way';
export * from './ways';
