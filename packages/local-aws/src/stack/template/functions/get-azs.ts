import { describe } from '../../value';
import { call, type IntrinsicFunction } from './function';

/** Accounts differ in which zones a region has for them. Two letters are in all; us-east-1 has six. */
const lettersOf = (region: string): string[] => [...(region === 'us-east-1' ? 'abcdef' : 'abc')];

export const getAzs: IntrinsicFunction = {
  name: 'Fn::GetAZs',
  takes: "a region, or '' for the stack's own",
  read: (argument, { at, read }) => {
    const region = read(argument === '' ? { Ref: 'AWS::Region' } : argument);
    return call('Fn::GetAZs', [region], at, ([name], _scope, fail) =>
      typeof name === 'string'
        ? lettersOf(name).map((letter) => `${name}${letter}`)
        : fail(`takes a region, not ${describe(name!)}`),
    );
  },
};
