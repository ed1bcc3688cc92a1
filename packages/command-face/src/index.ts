export * from './exit-codes';
export * from './lazily';
export * from './refused-in-one-line';
export * from './run';
export * from './user-error';
