import type { ResourceProvider } from './provider';

/** A type of which nothing is made: it is in templates for others to read. Ref is a name made from the stack's. */
const nothing = (type: string): ResourceProvider => ({
  type,
  attributes: [],
  createOnly: [],
  problems: () => [],
  create: async (context) => ({
    physicalId: `${context.stackName}-${context.logicalId}`,
    attributes: {},
  }),
  update: async (_context, made) => made,
  delete: async () => {},
});

/** What `cdk synth` writes into every stack to count the constructs in use. */
export const cdkMetadataProvider = nothing('AWS::CDK::Metadata');

/** A URL to signal to. Nobody signals here; templates use it as a resource that does nothing. */
export const waitConditionHandleProvider = nothing('AWS::CloudFormation::WaitConditionHandle');
