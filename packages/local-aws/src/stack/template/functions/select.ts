import { describe } from '../../value';
import { call, type IntrinsicFunction, readItems } from './function';

export const select: IntrinsicFunction = {
  name: 'Fn::Select',
  takes: 'the number of an item, from 0 on, and a list: [0, [a, b]]',
  read: (argument, site) => {
    const inputs = readItems(argument, 2, site);
    return (
      inputs &&
      call('Fn::Select', inputs, site.at, ([index, list], _scope, fail) => {
        if (!Array.isArray(list)) return fail(`takes a list, not ${describe(list!)}`);
        // `Number` makes 0 of nothing and of an empty list.
        const item = typeof index === 'object' || index === '' ? undefined : list[Number(index)];
        return item ?? fail(`has no item ${describe(index!)} in a list of ${list.length}`);
      })
    );
  },
};
