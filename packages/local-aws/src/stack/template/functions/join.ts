import { describe } from '../../value';
import { concatenated } from '../resolve';
import { call, type IntrinsicFunction } from './function';

export const join: IntrinsicFunction = {
  name: 'Fn::Join',
  takes: "a separator and a list: [',', [a, b]]",
  read: (argument, site) => {
    if (!Array.isArray(argument) || argument.length !== 2) return undefined;
    const [separator, items] = argument;
    if (typeof separator !== 'string' || items === undefined) return undefined;
    return call('Fn::Join', [site.read(items, 1)], site.at, ([list], _scope, fail) => {
      if (!Array.isArray(list)) return fail(`takes a list, not ${describe(list!)}`);
      return concatenated(list, separator, site.at);
    });
  },
};
