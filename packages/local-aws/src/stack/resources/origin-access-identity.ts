import type { CloudFrontOriginAccessIdentityConfig } from '@aws-sdk/client-cloudfront';
import { attributesNamed, entityProvider } from './entity';
import { record, required, text } from './shape';

const member = 'CloudFrontOriginAccessIdentityConfig';
type Given = Readonly<Record<typeof member, CloudFrontOriginAccessIdentityConfig>>;

/** AWS::CloudFront::CloudFrontOriginAccessIdentity. Ref is the id. The caller reference is CloudFormation's own. */
export const originAccessIdentityProvider = entityProvider({
  type: 'AWS::CloudFront::CloudFrontOriginAccessIdentity',
  noun: 'CloudFrontOriginAccessIdentity',
  shape: record({ [member]: required(record({ Comment: required(text) })) }),
  attributes: attributesNamed('Id', 'S3CanonicalUserId'),
  complete: (api, { requestToken }, before) => {
    const CallerReference = (before as Given | undefined)?.[member].CallerReference ?? requestToken;
    return { [member]: { ...(api as Given)[member], CallerReference } };
  },
});
