export * from './entrypoints';
export * from './plain';
export * from './progress';
export * from './request';
