import type { Origin } from '@aws-sdk/client-cloudfront';
import { visibleEntity } from '../entities/versions';
import { illegalOriginAccess, invalidOriginAccessControl, invalidOriginAccessIdentity } from '../failures';
import { originAccessControl } from '../origin-access-controls/origin-access-control';
import { originAccessIdentity } from '../origin-access-identities/origin-access-identity';
import { type Check, newReferences } from './proposal';

/**
 * Access controls and identities are those of the distribution's own account: a bucket's policy may name one of
 * another account, an origin may not. An origin has one of the two, never both.
 */
export const originAccess: Check = (world, proposal) => {
  const { accountId, config } = proposal;
  if (config.Origins?.Items?.some(hasBoth)) throw illegalOriginAccess();
  for (const id of newReferences(proposal, 'originAccessControls')) {
    if (!visibleEntity(world, originAccessControl, accountId, id)) throw invalidOriginAccessControl();
  }
  for (const id of newReferences(proposal, 'originAccessIdentities')) {
    if (!visibleEntity(world, originAccessIdentity, accountId, id)) throw invalidOriginAccessIdentity();
  }
};

const hasBoth = ({ OriginAccessControlId, S3OriginConfig }: Origin): boolean =>
  Boolean(OriginAccessControlId && S3OriginConfig?.OriginAccessIdentity);
