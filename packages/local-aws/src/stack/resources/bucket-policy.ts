import type { ResourceProvider } from './provider';
import { anything, record, required, text } from './shape';

const shape = record({ Bucket: required(text), PolicyDocument: required(anything) });

/** AWS::S3::BucketPolicy. No bucket here asks anybody, so the document is not read. Ref is the bucket. */
export const bucketPolicyProvider: ResourceProvider = {
  type: 'AWS::S3::BucketPolicy',
  attributes: [],
  createOnly: ['Bucket'],
  problems: (properties, at) => shape.problems(properties, at),
  create: async (_context, properties) => ({ physicalId: String(properties.Bucket), attributes: {} }),
  update: async (_context, made) => made,
  delete: async () => {},
};
