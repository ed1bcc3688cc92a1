import { describe } from '../../value';
import { call, type IntrinsicFunction } from './function';

export const split: IntrinsicFunction = {
  name: 'Fn::Split',
  takes: "a separator and a text: ['/', 'a/b']",
  read: (argument, site) => {
    if (!Array.isArray(argument) || argument.length !== 2) return undefined;
    const [separator, text] = argument;
    if (typeof separator !== 'string' || separator === '' || text === undefined) return undefined;
    return call('Fn::Split', [site.read(text, 1)], site.at, ([value], _scope, fail) =>
      typeof value === 'object'
        ? fail(`takes a text, not ${describe(value)}`)
        : String(value).split(separator),
    );
  },
};
