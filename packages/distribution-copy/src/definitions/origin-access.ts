import { isObject, type JsonObject } from '../json';
import { type Definition, ref } from './definition';

/** `aws cloudfront get-origin-access-control`. */
export function originAccessControlIn(document: JsonObject): Definition | undefined {
  const control = document.OriginAccessControl;
  if (!isObject(control) || !isObject(control.OriginAccessControlConfig)) return undefined;
  const config = control.OriginAccessControlConfig;
  return {
    kind: 'originAccessControls',
    value: String(control.Id),
    name: String(config.Name ?? ''),
    type: 'AWS::CloudFront::OriginAccessControl',
    properties: () => ({ OriginAccessControlConfig: config }),
    reference: ref,
  };
}

/** `aws cloudfront get-cloud-front-origin-access-identity`. */
export function originAccessIdentityIn(document: JsonObject): Definition | undefined {
  const identity = document.CloudFrontOriginAccessIdentity;
  if (!isObject(identity) || !isObject(identity.CloudFrontOriginAccessIdentityConfig)) return undefined;
  const { Comment } = identity.CloudFrontOriginAccessIdentityConfig;
  return {
    kind: 'originAccessIdentities',
    value: `origin-access-identity/cloudfront/${identity.Id}`,
    name: 'OriginAccessIdentity',
    type: 'AWS::CloudFront::CloudFrontOriginAccessIdentity',
    properties: () => ({ CloudFrontOriginAccessIdentityConfig: { Comment: Comment ?? '' } }),
    reference: (logicalId) => ({ 'Fn::Sub': `origin-access-identity/cloudfront/\${${logicalId}}` }),
    note: 'The new origin access identity has a canonical user id of its own: let the bucket policies allow it.',
  };
}
