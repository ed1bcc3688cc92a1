import { Later } from '../../value';
import { earlyCall, type IntrinsicFunction } from './function';

/** An export that is not there yet may be when the stack is deployed: then its lack is a failure of the stack. */
export const importValue: IntrinsicFunction = {
  name: 'Fn::ImportValue',
  takes: "the name of another stack's export",
  read: (argument, { at, read }) =>
    earlyCall(
      'Fn::ImportValue',
      [read(argument)],
      at,
      ([name], scope) => scope.exported(String(name)) ?? new Later(`the export ${String(name)}`),
    ),
};
