import type {
  GetTemplateSummaryInput,
  GetTemplateSummaryOutput,
  ParameterDeclaration,
} from '@aws-sdk/client-cloudformation';
import { parseDocument } from 'yaml';
import { AwsFailure } from '../failure';
import type { Operation } from '../operation';
import { findStack, stackNeed } from './stacks';
import { templateNeeds, templateText } from './template-text';

/** What a template asks for, read without making anything: of a request, of an object in S3, or of a stack. */
export const getTemplateSummary: Operation<GetTemplateSummaryInput, GetTemplateSummaryOutput> = {
  service: 'cloudformation',
  name: 'GetTemplateSummary',
  needs: (input, world, caller) => [
    ...stackNeed('GetTemplateSummary', caller, input.StackName),
    ...templateNeeds(input, world),
  ],
  perform: (world, input, caller) => {
    const { StackName: name } = input;
    const text =
      name === undefined
        ? templateText(world, caller, input)
        : (findStack(world, caller, name).template ?? '');
    const sections = sectionsOf(text);
    const resources = Object.values(sections.Resources ?? {});
    const types = [...new Set(resources.map(({ Type }) => String(Type)))];
    const roles = types.filter((type) => type.startsWith('AWS::IAM::'));
    const isNamed = resources.some(({ Type, Properties = {} }) =>
      NAMED[String(Type)]?.some((key) => key in Properties),
    );
    return {
      Parameters: Object.entries(sections.Parameters ?? {}).map(parameterOf),
      ...(sections.Description !== undefined && { Description: String(sections.Description) }),
      ...(sections.Metadata !== undefined && { Metadata: JSON.stringify(sections.Metadata) }),
      ResourceTypes: types,
      ...(roles.length > 0 && {
        Capabilities: [isNamed ? ('CAPABILITY_NAMED_IAM' as const) : ('CAPABILITY_IAM' as const)],
        CapabilitiesReason: `The following resource(s) require capabilities: [${roles.join(', ')}]`,
      }),
      Version: String(sections.AWSTemplateFormatVersion ?? '2010-09-09'),
    };
  },
};

/** Names that a template may give to what IAM knows by name. */
const NAMED: Readonly<Record<string, readonly string[]>> = {
  'AWS::IAM::Role': ['RoleName'],
  'AWS::IAM::User': ['UserName'],
  'AWS::IAM::Group': ['GroupName'],
  'AWS::IAM::ManagedPolicy': ['ManagedPolicyName'],
  'AWS::IAM::InstanceProfile': ['InstanceProfileName'],
};

interface Sections {
  readonly AWSTemplateFormatVersion?: unknown;
  readonly Description?: unknown;
  readonly Metadata?: unknown;
  readonly Parameters?: Readonly<Record<string, Declared>>;
  readonly Resources?: Readonly<Record<string, { readonly Type?: unknown; readonly Properties?: object }>>;
}

type Declared = Readonly<Record<string, unknown>>;

/** Short forms such as !Ref are tags that say nothing here. */
function sectionsOf(text: string): Sections {
  const document = parseDocument(text, { logLevel: 'silent' });
  const [broken] = document.errors;
  const sections = broken ? undefined : document.toJS();
  if (sections === null || typeof sections !== 'object' || !('Resources' in sections))
    throw new AwsFailure(
      'ValidationError',
      400,
      broken
        ? `Template format error: YAML not well-formed. ${broken.message.split('\n')[0]}`
        : 'Template format error: At least one Resources member must be defined.',
    );
  return sections;
}

const parameterOf = ([name, declared]: [string, Declared]): ParameterDeclaration => ({
  ParameterKey: name,
  ParameterType: String(declared.Type ?? 'String'),
  NoEcho: String(declared.NoEcho ?? false) === 'true',
  ...(declared.Default !== undefined && { DefaultValue: String(declared.Default) }),
  ...(declared.Description !== undefined && { Description: String(declared.Description) }),
  ParameterConstraints: Array.isArray(declared.AllowedValues)
    ? { AllowedValues: declared.AllowedValues.map(String) }
    : {},
});
