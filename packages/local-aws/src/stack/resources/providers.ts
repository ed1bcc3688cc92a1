import { publicTypeVersionProvider } from '../registry/public-type-version';
import { publisherProvider } from '../registry/publisher';
import { resourceDefaultVersionProvider } from '../registry/resource-default-version';
import { resourceVersionProvider } from '../registry/resource-version';
import { typeActivationProvider } from '../registry/type-activation';
import { alarmProvider } from './alarm';
import { bucketProvider } from './bucket';
import { bucketPolicyProvider } from './bucket-policy';
import { cachePolicyProvider } from './cache-policy';
import { certificateProvider } from './certificate';
import { distributionProvider } from './distribution';
import { edgeFunctionProvider } from './edge-function';
import { hostedZoneProvider } from './hosted-zone';
import { keyGroupProvider } from './key-group';
import { keyValueStoreProvider } from './key-value-store';
import { cdkMetadataProvider, waitConditionHandleProvider } from './nothing';
import { originAccessControlProvider } from './origin-access-control';
import { originAccessIdentityProvider } from './origin-access-identity';
import { originRequestPolicyProvider } from './origin-request-policy';
import { parameterProvider } from './parameter';
import type { ResourceProvider } from './provider';
import { publicKeyProvider } from './public-key';
import { recordSetProvider } from './record-set';
import { recordSetGroupProvider } from './record-set-group';
import { responseHeadersPolicyProvider } from './response-headers-policy';
import { roleProvider } from './role';

/** AWS's own types that the driver has. */
export const nativeProviders: readonly ResourceProvider[] = [
  alarmProvider,
  bucketPolicyProvider,
  bucketProvider,
  cachePolicyProvider,
  cdkMetadataProvider,
  certificateProvider,
  distributionProvider,
  edgeFunctionProvider,
  hostedZoneProvider,
  keyGroupProvider,
  keyValueStoreProvider,
  originAccessControlProvider,
  originAccessIdentityProvider,
  originRequestPolicyProvider,
  parameterProvider,
  publicKeyProvider,
  publicTypeVersionProvider,
  publisherProvider,
  recordSetGroupProvider,
  recordSetProvider,
  resourceDefaultVersionProvider,
  resourceVersionProvider,
  responseHeadersPolicyProvider,
  roleProvider,
  typeActivationProvider,
  waitConditionHandleProvider,
];
