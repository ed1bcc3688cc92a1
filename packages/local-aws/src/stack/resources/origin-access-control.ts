import { attributesNamed, entityProvider } from './entity';
import { oneOf, record, required, text } from './shape';

const config = record({
  Name: required(text),
  Description: text,
  OriginAccessControlOriginType: required(oneOf('s3', 'mediastore', 'lambda', 'mediapackagev2')),
  SigningBehavior: required(oneOf('never', 'no-override', 'always')),
  SigningProtocol: required(oneOf('sigv4')),
});

/** AWS::CloudFront::OriginAccessControl. Ref is the id. */
export const originAccessControlProvider = entityProvider({
  type: 'AWS::CloudFront::OriginAccessControl',
  noun: 'OriginAccessControl',
  shape: record({ OriginAccessControlConfig: required(config) }),
  attributes: attributesNamed('Id'),
});
