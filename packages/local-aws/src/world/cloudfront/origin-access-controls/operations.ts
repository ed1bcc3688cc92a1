import type { Operation } from '../../operation';
import { createOriginAccessControl } from './create-origin-access-control';
import { deleteOriginAccessControl } from './delete-origin-access-control';
import { getOriginAccessControl } from './get-origin-access-control';
import { getOriginAccessControlConfig } from './get-origin-access-control-config';
import { listOriginAccessControls } from './list-origin-access-controls';
import { updateOriginAccessControl } from './update-origin-access-control';

export const originAccessControlOperations: readonly Operation[] = [
  createOriginAccessControl,
  deleteOriginAccessControl,
  getOriginAccessControl,
  getOriginAccessControlConfig,
  listOriginAccessControls,
  updateOriginAccessControl,
];
