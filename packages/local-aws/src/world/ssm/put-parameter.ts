import type { PutParameterRequest, PutParameterResult } from '@aws-sdk/client-ssm';
import { AwsFailure } from '../failure';
import type { Operation } from '../operation';
import type { Parameter } from '../world';
import { checkName } from './names';
import { findParameter, parameterKey, parameterNeed, validation } from './parameters';

type Tier = NonNullable<Parameter['tier']>;

const longest: Record<Tier, number> = { Standard: 4096, Advanced: 8192 };

const tierGuide =
  'https://docs.aws.amazon.com/systems-manager/latest/userguide/parameter-store-advanced-parameters.html';

/** What nothing here keeps or checks, so that nobody relies on it. */
const notModelled = [
  'AllowedPattern',
  'KeyId',
  'Policies',
  'Tags',
] as const satisfies (keyof PutParameterRequest)[];

/** Without Overwrite a name is taken once: the one atomic "if absent" that Parameter Store has. */
export const putParameter: Operation<PutParameterRequest, PutParameterResult> = {
  service: 'ssm',
  name: 'PutParameter',
  needs: (input, _world, caller) => [parameterNeed('PutParameter', caller, input.Name)],
  perform: (world, input, caller) => {
    const name = input.Name ?? '';
    checkName(name);
    const former = findParameter(world, caller, name);
    const type = input.Type ?? former?.type;
    if (!type) throw validation('A parameter type is required when you create a parameter.');
    refuseWhatIsNotModelled(input, type);
    if (former && !input.Overwrite)
      throw new AwsFailure(
        'ParameterAlreadyExists',
        400,
        'The parameter already exists. To overwrite this value, set the overwrite option in the request to true.',
      );
    const value = input.Value ?? '';
    refuseReferences(value);
    const tier = tierFor(input, value, former);
    const version = (former?.version ?? 0) + 1;
    const { accountId, region } = caller;
    const parameter = { accountId, region, name, type, tier, value, version, modifiedAt: world.now };
    world.parameters.set(parameterKey(accountId, region, name), parameter);
    return { Version: version, Tier: tier };
  },
};

/** API reference, PutParameter: a value holds neither `{{}}` nor `{{ssm:name}}`, as parameters cannot be nested. */
function refuseReferences(value: string): void {
  if (/\{\{.*\}\}/s.test(value))
    throw validation("Parameter value can't nest another parameter. Do not use {{}} in the value.");
}

function refuseWhatIsNotModelled(input: PutParameterRequest, type: string): void {
  const given = notModelled.find((member) => input[member]?.length);
  if (given) throw validation(`The local AWS does not model ${given} of a parameter: leave it out.`);
  if (type === 'SecureString')
    throw validation('The local AWS has no KMS and keeps no SecureString: use String or StringList.');
  if (type !== 'String' && type !== 'StringList')
    throw new AwsFailure('UnsupportedParameterType', 400, `The parameter type ${type} is not supported.`);
}

/** A parameter keeps its tier unless a higher one is asked for; Intelligent-Tiering goes by size. */
function tierFor(input: PutParameterRequest, value: string, former: Parameter | undefined): Tier {
  const size = Buffer.byteLength(value);
  const bySize: Tier = size > longest.Standard ? 'Advanced' : 'Standard';
  const asked = input.Tier === 'Intelligent-Tiering' ? bySize : (input.Tier ?? 'Standard');
  if (input.Tier === 'Standard' && former?.tier === 'Advanced')
    throw validation(
      "This parameter uses the advanced-parameter tier. You can't downgrade a parameter from the " +
        'advanced-parameter tier to the standard-parameter tier.',
    );
  const tier: Tier = former?.tier === 'Advanced' || asked === 'Advanced' ? 'Advanced' : 'Standard';
  if (!size)
    throw validation(
      "1 validation error detected: Value '' at 'value' failed to satisfy constraint: Member must have length greater than or equal to 1",
    );
  if (size <= longest[tier]) return tier;
  throw validation(
    tier === 'Standard'
      ? `Standard tier parameters support a maximum parameter value of ${longest.Standard} characters. To create a ` +
          'larger parameter value, upgrade the parameter to use the advanced-parameter tier. For more information, ' +
          `see ${tierGuide}`
      : `Advanced tier parameters support a maximum parameter value of ${longest.Advanced} characters.`,
  );
}
