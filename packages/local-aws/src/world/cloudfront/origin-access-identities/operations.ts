import type { Operation } from '../../operation';
import { createCloudFrontOriginAccessIdentity } from './create-origin-access-identity';
import { deleteCloudFrontOriginAccessIdentity } from './delete-origin-access-identity';
import { getCloudFrontOriginAccessIdentity } from './get-origin-access-identity';
import { getCloudFrontOriginAccessIdentityConfig } from './get-origin-access-identity-config';
import { listCloudFrontOriginAccessIdentities } from './list-origin-access-identities';
import { updateCloudFrontOriginAccessIdentity } from './update-origin-access-identity';

export const originAccessIdentityOperations: readonly Operation[] = [
  createCloudFrontOriginAccessIdentity,
  deleteCloudFrontOriginAccessIdentity,
  getCloudFrontOriginAccessIdentity,
  getCloudFrontOriginAccessIdentityConfig,
  listCloudFrontOriginAccessIdentities,
  updateCloudFrontOriginAccessIdentity,
];
