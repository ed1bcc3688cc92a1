import { AwsFailure } from '../failure';
import type { Caller } from '../operation';
import type { World } from '../world';
import { type AskedTemplate, templateText } from './template-text';

/** A stack that a client wants made, changed or deleted; whoever runs stacks takes it from the world. */
export interface StackOrder {
  readonly kind: 'create' | 'update' | 'delete' | 'preview' | 'detect-drift';
  /** Of the stack; a new one gets it here. */
  readonly id: string;
  readonly accountId: string;
  readonly region: string;
  readonly name: string;
  /** Left out: the stack's own, as it is. */
  readonly template?: string;
  readonly parameters: Readonly<Record<string, string>>;
  /** Parameters that keep the value that the stack has. */
  readonly kept?: readonly string[];
  /** Of a preview: the change set that is to be filled. */
  readonly changeSetId?: string;
  /** Of a detection of drift: where its outcome goes. */
  readonly detectionId?: string;
}

interface Asked extends AskedTemplate {
  readonly UsePreviousTemplate?: boolean | undefined;
  readonly Capabilities?: readonly string[] | undefined;
  readonly Parameters?: readonly AskedParameter[] | undefined;
}

interface AskedParameter {
  readonly ParameterKey?: string | undefined;
  readonly ParameterValue?: string | undefined;
  readonly UsePreviousValue?: boolean | undefined;
}

/** @throws AwsFailure for what CloudFormation refuses before it makes anything. */
export function orderedTemplate(
  world: World,
  caller: Caller,
  asked: Asked,
): Required<Pick<StackOrder, 'template' | 'parameters' | 'kept'>> {
  const { Capabilities = [], Parameters = [] } = asked;
  const template = templateText(world, caller, asked);
  if (template.includes('AWS::IAM::') && !Capabilities.some((each) => each.startsWith('CAPABILITY_')))
    throw new AwsFailure(
      'InsufficientCapabilitiesException',
      400,
      'Requires capabilities : [CAPABILITY_IAM]',
    );
  return { template, ...parametersIn(Parameters) };
}

/** The same for a stack that is there: it may keep its template. */
export const orderedUpdate = (
  world: World,
  caller: Caller,
  asked: Asked,
): Pick<StackOrder, 'template' | 'parameters' | 'kept'> =>
  asked.UsePreviousTemplate ? parametersIn(asked.Parameters ?? []) : orderedTemplate(world, caller, asked);

/** Those with a value, and those that keep theirs. */
export const parametersIn = (
  asked: readonly AskedParameter[],
): Required<Pick<StackOrder, 'parameters' | 'kept'>> => ({
  parameters: Object.fromEntries(
    asked.filter(isGiven).map(({ ParameterKey = '', ParameterValue = '' }) => [ParameterKey, ParameterValue]),
  ),
  kept: asked.flatMap((each) => (isGiven(each) ? [] : [each.ParameterKey ?? ''])),
});

const isGiven = ({ UsePreviousValue = false }: AskedParameter): boolean => !UsePreviousValue;
