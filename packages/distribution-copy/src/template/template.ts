import type { JsonObject } from '../json';
import type { OriginHeader } from './secrets';

/** The whole template around a distribution and what is recreated for it. */
export function templateOf(
  config: JsonObject,
  resources: JsonObject,
  headers: readonly OriginHeader[],
): JsonObject {
  return {
    AWSTemplateFormatVersion: '2010-09-09',
    Description: 'A copy of a distribution, without its names: those are moved to it afterwards.',
    ...(headers.length && { Parameters: parametersOf(headers) }),
    Resources: {
      ...resources,
      Distribution: { Type: 'AWS::CloudFront::Distribution', Properties: { DistributionConfig: config } },
    },
    Outputs: {
      DistributionId: { Value: { Ref: 'Distribution' } },
      DomainName: { Value: { 'Fn::GetAtt': ['Distribution', 'DomainName'] } },
    },
  };
}

/** The values are secrets as a rule: they go in when the stack is deployed and are never shown. */
const parametersOf = (headers: readonly OriginHeader[]): JsonObject =>
  Object.fromEntries(
    headers.map(({ parameter, originId, headerName }) => [
      parameter,
      {
        Type: 'String',
        NoEcho: true,
        Description: `Value of the header ${headerName} for the origin ${originId}`,
      },
    ]),
  );
