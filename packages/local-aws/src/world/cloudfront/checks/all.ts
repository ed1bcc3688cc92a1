import type { World } from '../../world';
import { aliasNames } from './alias-names';
import { aliasQuota } from './alias-quota';
import { certificateAttached } from './certificate-attached';
import { certificateChain } from './certificate-chain';
import { certificateCoverage } from './certificate-coverage';
import { certificateExists } from './certificate-exists';
import { dns } from './dns';
import { fieldLevelEncryption } from './field-level-encryption';
import { functions } from './functions';
import { lambdaFunctions } from './lambda-functions';
import { modelledFeatures } from './modelled-features';
import { originAccess } from './origin-access';
import { origins } from './origins';
import { policies } from './policies';
import type { Check, Proposal } from './proposal';
import { quantities } from './quantities';
import { realtimeLogs } from './realtime-logs';
import { trustedKeys } from './trusted-keys';
import { uniqueness } from './uniqueness';
import { webAcl } from './web-acl';

/**
 * In CloudFront's order: of several problems the caller hears of the first one only. Certificate before DNS is
 * documented, DNS before uniqueness was seen in the field (the one message, then, with DNS mended, the other). The
 * place of the quota is a guess, and so is the order among references.
 */
const checks: readonly Check[] = [
  quantities,
  aliasNames,
  modelledFeatures,
  origins,
  originAccess,
  policies,
  functions,
  lambdaFunctions,
  trustedKeys,
  fieldLevelEncryption,
  realtimeLogs,
  webAcl,
  certificateAttached,
  certificateExists,
  certificateChain,
  certificateCoverage,
  dns,
  uniqueness,
  aliasQuota,
];

/** @throws AwsFailure of the first check that does not pass */
export function checkAll(world: World, proposal: Proposal): void {
  for (const check of checks) check(world, proposal);
}
