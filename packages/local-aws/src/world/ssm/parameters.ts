import type { Parameter as ParameterAnswer, ParameterType } from '@aws-sdk/client-ssm';
import { AwsFailure } from '../failure';
import type { Caller, Need } from '../operation';
import type { Parameter, World } from '../world';

/** Where a parameter lies in the world: per account and region. */
export const parameterKey = (accountId: string, region: string, name: string): string =>
  `${accountId}|${region}|${name}`;

export const parameterArn = (owner: Pick<Caller, 'accountId' | 'region'>, name: string): string =>
  `arn:aws:ssm:${owner.region}:${owner.accountId}:parameter${name.startsWith('/') ? '' : '/'}${name}`;

export const parameterNeed = (action: string, caller: Caller, name: string | undefined): Need => ({
  action: `ssm:${action}`,
  resource: parameterArn(caller, name ?? ''),
});

export const findParameter = (
  world: World,
  caller: Pick<Caller, 'accountId' | 'region'>,
  name: string | undefined,
): Parameter | undefined => world.parameters.get(parameterKey(caller.accountId, caller.region, name ?? ''));

export const parametersOf = (world: World, caller: Caller): Parameter[] =>
  [...world.parameters.values()]
    .filter((parameter) => parameter.accountId === caller.accountId && parameter.region === caller.region)
    .sort((one, other) => (one.name < other.name ? -1 : 1));

export const validation = (message: string): AwsFailure =>
  new AwsFailure('ValidationException', 400, message);

/** What a GetParameter* answers. */
export const parameterAnswer = (parameter: Parameter): ParameterAnswer => ({
  Name: parameter.name,
  Type: parameter.type as ParameterType,
  Value: parameter.value,
  Version: parameter.version,
  LastModifiedDate: new Date(parameter.modifiedAt),
  ARN: parameterArn(parameter, parameter.name),
  DataType: 'text',
});

/** Get and Delete of several take ten names at once. */
export function tenNames(names: string[] | undefined): string[] {
  if (!names?.length || names.length > 10)
    throw validation(
      `1 validation error detected: Value '${JSON.stringify(names ?? [])}' at 'names' failed to satisfy constraint: ` +
        'Member must have length less than or equal to 10 and greater than or equal to 1',
    );
  return [...new Set(names)];
}
