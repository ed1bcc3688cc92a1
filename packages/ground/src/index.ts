export * from './chance';
export * from './time';
