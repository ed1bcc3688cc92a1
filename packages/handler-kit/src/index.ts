export * from './failure';
export * from './journal';
export * from './parameters';
export * from './step';
export * from './turn';
