import { describe } from '../../value';
import { call, type IntrinsicFunction } from './function';

export const base64: IntrinsicFunction = {
  name: 'Fn::Base64',
  takes: 'a text',
  read: (argument, { at, read }) =>
    call('Fn::Base64', [read(argument)], at, ([text], _scope, fail) =>
      typeof text === 'object'
        ? fail(`takes a text, not ${describe(text)}`)
        : Buffer.from(String(text)).toString('base64'),
    ),
};
