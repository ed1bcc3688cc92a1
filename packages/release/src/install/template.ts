import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseDocument } from 'yaml';
import type { TypeProject } from '../project/type-project';

/** The stack that a type needs in an account: a bucket for its packages and the role that CloudFormation assumes. */
export const installStack = (slug: string): string => `${slug}-install`;

export const bucketOutput = 'PackageBucket';
export const roleOutput = 'ExecutionRoleArn';

const bucket = {
  Type: 'AWS::S3::Bucket',
  Properties: {
    BucketEncryption: {
      ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' } }],
    },
    PublicAccessBlockConfiguration: {
      BlockPublicAcls: true,
      BlockPublicPolicy: true,
      IgnorePublicAcls: true,
      RestrictPublicBuckets: true,
    },
  },
};

/**
 * The template of that stack: resource-role.yaml, as `cfn generate` writes it from the permissions in the schema, and
 * a bucket. One role per region, bound to this account and type.
 */
export const installTemplate = (project: TypeProject): string =>
  withBucket(readFileSync(join(project.folder, 'resource-role.yaml'), 'utf8'), project.typeName);

/** @param roleTemplate has an output ExecutionRoleArn */
export function withBucket(roleTemplate: string, typeName: string): string {
  const template = parseDocument(roleTemplate);
  template.set(
    'Description',
    `What ${typeName} needs in this account and region: made by \`release install\``,
  );
  template.setIn(['Resources', bucketOutput], template.createNode(bucket));
  template.setIn(['Outputs', bucketOutput], template.createNode({ Value: { Ref: bucketOutput } }));
  return String(template);
}
