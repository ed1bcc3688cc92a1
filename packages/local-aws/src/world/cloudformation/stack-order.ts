import { AwsFailure } from '../failure';

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

interface Asked {
  readonly TemplateBody?: string | undefined;
  readonly TemplateURL?: string | undefined;
  readonly UsePreviousTemplate?: boolean | undefined;
  readonly Capabilities?: readonly string[] | undefined;
  readonly Parameters?: readonly AskedParameter[] | undefined;
}

interface AskedParameter {
  readonly ParameterKey?: string | undefined;
  readonly ParameterValue?: string | undefined;
  readonly UsePreviousValue?: boolean | undefined;
}

/** CloudFormation User Guide, quotas: a template that stands in the request. */
const bodyLimitBytes = 51_200;

/** @throws AwsFailure for what CloudFormation refuses before it makes anything. */
export function orderedTemplate(
  asked: Asked,
): Required<Pick<StackOrder, 'template' | 'parameters' | 'kept'>> {
  const { TemplateBody: template, Capabilities = [], Parameters = [] } = asked;
  if (template === undefined)
    throw new AwsFailure(
      'NotImplemented',
      400,
      'The local AWS takes templates as TemplateBody; it reads no TemplateURL.',
    );
  if (Buffer.byteLength(template) > bodyLimitBytes)
    throw new AwsFailure(
      'ValidationError',
      400,
      `1 validation error detected: Value at 'templateBody' failed to satisfy constraint: Member must have length less than or equal to ${bodyLimitBytes}`,
    );
  if (template.includes('AWS::IAM::') && !Capabilities.some((each) => each.startsWith('CAPABILITY_')))
    throw new AwsFailure(
      'InsufficientCapabilitiesException',
      400,
      'Requires capabilities : [CAPABILITY_IAM]',
    );
  return { template, ...parametersIn(Parameters) };
}

/** The same for a stack that is there: it may keep its template. */
export const orderedUpdate = (asked: Asked): Pick<StackOrder, 'template' | 'parameters' | 'kept'> =>
  asked.UsePreviousTemplate ? parametersIn(asked.Parameters ?? []) : orderedTemplate(asked);

const parametersIn = (
  asked: readonly AskedParameter[],
): Required<Pick<StackOrder, 'parameters' | 'kept'>> => ({
  parameters: Object.fromEntries(
    asked.filter(isGiven).map(({ ParameterKey = '', ParameterValue = '' }) => [ParameterKey, ParameterValue]),
  ),
  kept: asked.flatMap((each) => (isGiven(each) ? [] : [each.ParameterKey ?? ''])),
});

const isGiven = ({ UsePreviousValue = false }: AskedParameter): boolean => !UsePreviousValue;
