export * from './entrypoints';
export * from './look';
export * from './plain';
export * from './progress';
export * from './request';
