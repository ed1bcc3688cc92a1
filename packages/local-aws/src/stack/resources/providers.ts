import { certificateProvider } from './certificate';
import { distributionProvider } from './distribution';
import { hostedZoneProvider } from './hosted-zone';
import { cdkMetadataProvider, waitConditionHandleProvider } from './nothing';
import type { ResourceProvider } from './provider';
import { recordSetProvider } from './record-set';
import { recordSetGroupProvider } from './record-set-group';
import { responseHeadersPolicyProvider } from './response-headers-policy';
import { roleProvider } from './role';

/** AWS's own types that the driver has. */
export const nativeProviders: readonly ResourceProvider[] = [
  cdkMetadataProvider,
  certificateProvider,
  distributionProvider,
  hostedZoneProvider,
  recordSetGroupProvider,
  recordSetProvider,
  responseHeadersPolicyProvider,
  roleProvider,
  waitConditionHandleProvider,
];
