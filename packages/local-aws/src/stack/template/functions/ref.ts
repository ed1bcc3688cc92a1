import type { IntrinsicFunction } from './function';

export const ref: IntrinsicFunction = {
  name: 'Ref',
  takes: 'the name of a parameter or resource',
  read: (argument, { at }) =>
    typeof argument === 'string' ? { kind: 'ref', name: argument, at } : undefined,
};
