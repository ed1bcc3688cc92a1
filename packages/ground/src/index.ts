export * from './chance';
export * from './group-by';
export * from './time';
