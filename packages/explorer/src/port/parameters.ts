import type { GetParametersByPathResult } from '@aws-sdk/client-ssm';
import type { Parameter, ParameterPort } from '@cutover/alias-migration';
import { Failure } from '@cutover/handler-kit';
import type { AskAs } from './callers';
import type { Line } from './line';

/** SSM straight on the world. */
export function parametersInProcess(line: Line, as: AskAs): ParameterPort {
  const call = <O>(operation: string, input: object): O =>
    line.call<O>({ service: 'ssm', operation, input, caller: as() });
  return {
    list: async (path) => {
      const found: Parameter[] = [];
      for (let token: string | undefined, isMore = true; isMore; isMore = token !== undefined) {
        const input = { Path: path, Recursive: true, MaxResults: 10, ...(token && { NextToken: token }) };
        const page = call<GetParametersByPathResult>('GetParametersByPath', input);
        found.push(
          ...(page.Parameters ?? []).map(({ Name = '', Value = '' }) => ({ name: Name, value: Value })),
        );
        token = page.NextToken || undefined;
      }
      return found;
    },
    put: async (name, value, overwrite) => {
      try {
        call('PutParameter', { Name: name, Value: value, Type: 'String', Overwrite: overwrite });
        return true;
      } catch (error) {
        if (error instanceof Failure && error.failure === 'Taken' && !overwrite) return false;
        throw error;
      }
    },
    remove: async (names) => {
      for (let i = 0; i < names.length; i += 10) call('DeleteParameters', { Names: names.slice(i, i + 10) });
    },
  };
}
