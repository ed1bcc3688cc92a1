export * from './failure';
export * from './journal';
export * from './names';
export * from './parameters';
export * from './step';
export * from './trouble';
export * from './turn';
