import { clientOfVersion2 } from './client';

/**
 * Whoever has a log group gets the same lines in a bucket: the runtime library makes one, named like the group and the
 * account, on its own account and before every turn. Nobody asks for it and no logging role allows it; each refusal
 * would be a metric of a failed log delivery. So it hears that its folder is there, and that all was written.
 */
export const S3 = clientOfVersion2(
  async () => async (operation) => (operation === 'listObjectsV2' ? { Contents: [{}] } : {}),
);
