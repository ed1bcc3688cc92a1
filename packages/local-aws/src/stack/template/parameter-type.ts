/** What the type of a parameter says about its value. */
export interface ParameterType {
  readonly isNumber: boolean;
  readonly isList: boolean;
  /** The value is kept in the Systems Manager parameter store, under the name that is given. */
  readonly isStored: boolean;
}

const scalars = ['String', 'AWS::Route53::HostedZone::Id', 'AWS::SSM::Parameter::Name'];
const lists = ['CommaDelimitedList', ...scalars.map((scalar) => `List<${scalar}>`)];
/** How messages name the types that there are. */
export const knownTypes = [
  'String',
  'Number',
  'CommaDelimitedList',
  'List<Number>',
  'AWS::Route53::HostedZone::Id',
  'AWS::SSM::Parameter::Name',
  'AWS::SSM::Parameter::Value<…>',
];

/** @returns undefined for a type that the driver does not have */
export function parameterType(text: string): ParameterType | undefined {
  const stored = /^AWS::SSM::Parameter::Value<(.+)>$/.exec(text)?.[1];
  const inner = stored ?? text;
  const isStored = stored !== undefined;
  if (scalars.includes(inner)) return { isNumber: false, isList: false, isStored };
  if (lists.includes(inner)) return { isNumber: false, isList: true, isStored };
  if (isStored) return undefined;
  if (text === 'Number') return { isNumber: true, isList: false, isStored };
  return text === 'List<Number>' ? { isNumber: true, isList: true, isStored } : undefined;
}
