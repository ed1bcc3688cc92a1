export * from './back';
export * from './course';
export * from './onward';
export * from './open';
