import type { GetParametersByPathRequest, GetParametersByPathResult } from '@aws-sdk/client-ssm';
import { AwsFailure } from '../failure';
import type { Operation } from '../operation';
import type { Parameter } from '../world';
import { checkPath } from './names';
import { parameterAnswer, parameterNeed, parametersOf, validation } from './parameters';

const mostResults = 10;

/** Ten at a time at most; only the level below the path unless Recursive. A path nobody uses is an empty list. */
export const getParametersByPath: Operation<GetParametersByPathRequest, GetParametersByPathResult> = {
  service: 'ssm',
  name: 'GetParametersByPath',
  needs: (input, _world, caller) => [parameterNeed('GetParametersByPath', caller, input.Path)],
  perform: (world, input, caller) => {
    const path = checkPath(input.Path ?? '');
    if (input.ParameterFilters?.length)
      throw validation('The local AWS does not model ParameterFilters: leave them out.');
    const limit = input.MaxResults ?? mostResults;
    if (limit < 1 || limit > mostResults)
      throw validation(
        `1 validation error detected: Value '${limit}' at 'maxResults' failed to satisfy constraint: Member must have value between 1 and ${mostResults}`,
      );
    const after = input.NextToken === undefined ? '' : nameIn(input.NextToken);
    const rest = parametersOf(world, caller).filter(
      (parameter) => isBelow(parameter, path, input.Recursive ?? false) && parameter.name > after,
    );
    const page = rest.slice(0, limit);
    const last = page.at(-1);
    return {
      Parameters: page.map(parameterAnswer),
      ...(last && rest.length > limit ? { NextToken: tokenAfter(last.name) } : {}),
    };
  },
};

const isBelow = (parameter: Parameter, path: string, recursive: boolean): boolean =>
  parameter.name.startsWith(`${path}/`) &&
  (recursive || !parameter.name.slice(path.length + 1).includes('/'));

/** The token says after which name to go on, so that a page survives parameters that come and go. */
const tokenAfter = (name: string): string => Buffer.from(`after ${name}`).toString('base64url');

function nameIn(token: string): string {
  const name = /^after (\/.+)$/.exec(Buffer.from(token, 'base64url').toString('utf8'))?.[1];
  if (!name) throw new AwsFailure('InvalidNextToken', 400, 'The specified token is not valid.');
  return name;
}
