import type { DistributionConfig } from '@aws-sdk/client-cloudfront';
import { leftOutOf } from '../../src';

const plain = {
  DefaultCacheBehavior: { TargetOriginId: 'o' },
  Origins: { Quantity: 0, Items: [] },
} as unknown as DistributionConfig;
const behaving = (part: object): DistributionConfig =>
  ({ ...plain, CacheBehaviors: { Quantity: 1, Items: [part] } }) as unknown as DistributionConfig;
const having = (part: object): DistributionConfig => ({ ...plain, ...part }) as DistributionConfig;

test.each([
  ['a function on a path, which runs', behaving({ FunctionAssociations: { Quantity: 1 } }), []],
  ['Lambda@Edge', behaving({ LambdaFunctionAssociations: { Quantity: 1 } }), ['Lambda@Edge']],
  ['encrypted fields', behaving({ FieldLevelEncryptionId: 'F' }), ['field-level encryption']],
  ['real-time logs', behaving({ RealtimeLogConfigArn: 'arn' }), ['real-time logs']],
  ['trusted key groups', behaving({ TrustedKeyGroups: { Enabled: true } }), ['signed URLs and cookies']],
  ['access logs', having({ Logging: { Enabled: true } }), ['access logs']],
  ['a web ACL', having({ WebACLId: 'arn' }), ['the web ACL']],
  [
    'a country list',
    having({ Restrictions: { GeoRestriction: { RestrictionType: 'whitelist' } } }),
    ['geographic restrictions'],
  ],
  [
    'an origin access control',
    having({ Origins: { Items: [{ OriginAccessControlId: 'E' }] } }),
    ['origin access control and identities'],
  ],
  ['nothing but origins and behaviours', plain, []],
])('a distribution with %s leaves out %j', (_words, config, expected) => {
  expect(leftOutOf(config)).toEqual(expected);
});
