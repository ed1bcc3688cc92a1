import type { DeployAccount, DeployedStack, RulesVersion } from '@cutover/aws-adapter';
import { type RuleSet, readRules } from '@cutover/redirect-rules';
import { sha256Of } from './gate';

/** The rules that a stack has now. */
export type Live =
  | { readonly kind: 'none' }
  | {
      readonly kind: 'rules';
      readonly rules: RuleSet;
      readonly version: RulesVersion;
      readonly sha256: string;
    }
  /** There is a stack, and its rules cannot be shown. */
  | { readonly kind: 'unreadable'; readonly why: string };

export async function liveRules(
  { rules: bucket }: DeployAccount,
  stack: DeployedStack | undefined,
): Promise<Live> {
  if (stack === undefined || stack.status === 'REVIEW_IN_PROGRESS') return { kind: 'none' };
  const { RulesBucket, RulesKey, RulesVersionId, RulesSha256 } = stack.parameters;
  if (!RulesBucket || !RulesKey || !RulesVersionId)
    return { kind: 'unreadable', why: 'its parameters name no rules in S3' };
  const version = { bucket: RulesBucket, key: RulesKey, versionId: RulesVersionId };
  const words = `version ${RulesVersionId} of s3://${RulesBucket}/${RulesKey}`;
  const bytes = await bucket.get(version);
  if (bytes === undefined) return { kind: 'unreadable', why: `${words} is gone` };
  const sha256 = sha256Of(bytes);
  if (sha256 !== RulesSha256?.toLowerCase())
    return { kind: 'unreadable', why: `${words} has another digest than the stack` };
  const { rules, problems } = readRules(bytes, words);
  return rules === undefined
    ? { kind: 'unreadable', why: `${words} cannot be read by this version: ${problems[0]?.what ?? ''}` }
    : { kind: 'rules', rules, version, sha256 };
}
