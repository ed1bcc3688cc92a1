import type { IntrinsicFunction } from './function';

export const choose: IntrinsicFunction = {
  name: 'Fn::If',
  takes: 'the name of a condition and two values: [IsProduction, a, b]',
  read: (argument, site) => {
    if (!Array.isArray(argument) || argument.length !== 3) return undefined;
    const [condition, whenTrue, whenFalse] = argument;
    if (typeof condition !== 'string' || whenTrue === undefined || whenFalse === undefined) return undefined;
    return {
      kind: 'if',
      condition,
      whenTrue: site.read(whenTrue, 1),
      whenFalse: site.read(whenFalse, 2),
      at: site.at,
    };
  },
};
