import { extname } from 'node:path';
import type { DeployAccount, DeployedStack, RulesVersion, StackChange } from '@cutover/aws-adapter';
import { UserError } from '../../user-error';
import type { Gated } from './gate';
import type { Live } from './live';
import { type DeployTemplate, isSmall } from './template';

/**
 * The bucket of the command line, or the one that the stack has: its output, or what it was deployed with.
 * @throws UserError where nothing names one
 */
export function bucketFor(given: string | undefined, stack: DeployedStack | undefined): string {
  const bucket = given ?? stack?.outputs.RulesBucket ?? stack?.parameters.RulesBucket;
  if (bucket) return bucket;
  throw new UserError(
    'nothing says where the rules go: name a bucket that keeps versions with --bucket; later deployments find it in the stack',
  );
}

/** @throws UserError for a bucket in which the rules that are live would be overwritten */
export async function refuseUnversioned({ rules }: DeployAccount, bucket: string): Promise<void> {
  const versioned = await rules.isVersioned(bucket);
  if (versioned === undefined)
    throw new UserError(`there is no bucket ${bucket} that this account may look at, in this region`);
  if (!versioned)
    throw new UserError(
      `the bucket ${bucket} keeps no versions, so there would be no way back: aws s3api put-bucket-versioning --bucket ${bucket} --versioning-configuration Status=Enabled`,
    );
}

export const keyFor = (stack: string, file: string): string => `${stack}/rules${extname(file) || '.yml'}`;

/** As the request takes it: a template that is too large for that lies beside the rules. */
export async function placed(
  { rules }: DeployAccount,
  { stack, template }: { readonly stack: string; readonly template: DeployTemplate },
  bucket: string,
): Promise<StackChange['template']> {
  if (isSmall(template)) return { text: template.text };
  const version = await rules.put(bucket, `${stack}/template`, Buffer.from(template.text));
  return { url: rules.urlOf(version) };
}

/** The version that holds these bytes: a new one, unless they are what is live. */
export async function uploaded(
  { rules }: DeployAccount,
  { bytes, sha256 }: Gated,
  place: { readonly bucket: string; readonly key: string },
  live: Live,
): Promise<RulesVersion> {
  if (
    live.kind === 'rules' &&
    live.sha256 === sha256 &&
    live.version.bucket === place.bucket &&
    live.version.key === place.key
  )
    return live.version;
  return rules.put(place.bucket, place.key, bytes);
}
