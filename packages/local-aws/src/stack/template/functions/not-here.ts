/** Functions of a transform of CloudFormation's, which macros would write out before the template is read. */
const ofLanguageExtensions = ['Fn::ForEach', 'Fn::Length', 'Fn::ToJsonString'];

/** Why a template cannot use a function, and what to do. */
export function notHere(name: string, known: readonly string[]): string {
  const needed = ofLanguageExtensions.find((each) => name.startsWith(each));
  if (needed)
    return `${needed} needs Transform: AWS::LanguageExtensions, which the local stack driver does not have; write out what it gives`;
  return `${name} is not supported by the local stack driver, which knows ${known.join(', ')}; write the value itself or a parameter`;
}
