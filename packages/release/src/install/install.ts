import type { RegistryAccount } from '@cutover/aws-adapter';
import type { Io } from '../io';
import type { PackageEntry } from '../package/manifest';
import { UserError } from '../user-error';
import { deployStack } from './deploy-stack';
import { inOrderOfLeaving, roomFor } from './plan';
import { registered } from './register';
import { bucketOutput, installStack, roleOutput } from './template';
import { waitFor } from './wait';

export interface InstallRequest {
  readonly slug: string;
  readonly entry: PackageEntry;
  readonly archive: Uint8Array;
  /** Of the stack with role and bucket. */
  readonly template: string;
}

/**
 * Registers a package privately and makes it the default version. Every step looks first, so a run that broke off is
 * simply repeated.
 * @returns the version's ARN
 */
export async function install(account: RegistryAccount, request: InstallRequest, io: Io): Promise<string> {
  const { slug, entry, archive, template } = request;
  const { typeName, sha256 } = entry;
  io.err(`${typeName}: role and bucket (stack ${installStack(slug)})\n`);
  const { outputs } = await deployStack(account, installStack(slug), template, io);
  const bucket = outputs[bucketOutput]!;
  const key = `${slug}/${sha256}.zip`;
  for (const { arn } of roomFor(await account.types.versions(typeName))) await account.types.deregister(arn);
  await account.packages.put(bucket, key, archive);
  io.err(`${typeName}: registering ${sha256.slice(0, 12)}\n`);
  const version = { typeName, packageUrl: `s3://${bucket}/${key}`, roleArn: outputs[roleOutput]! };
  const versionArn = await registered(account, version, sha256, io);
  await account.types.setDefault(versionArn);
  return versionArn;
}

/**
 * Takes all versions of a type out of the registry, then its packages, its role and its bucket.
 * @returns how many versions went
 */
export async function uninstall(
  account: RegistryAccount,
  { slug, typeName }: { readonly slug: string; readonly typeName: string },
  io: Io,
): Promise<number> {
  const leaving = inOrderOfLeaving(await account.types.versions(typeName));
  for (const { arn } of leaving) await account.types.deregister(arn);
  const name = installStack(slug);
  const stack = await account.stacks.find(name);
  if (!stack) return leaving.length;
  const bucket = stack.outputs[bucketOutput];
  if (bucket) await account.packages.empty(bucket);
  await account.stacks.remove(name);
  await waitFor(io, `the deletion of ${name}`, async () => {
    const state = await account.stacks.find(name);
    if (state?.status === 'DELETE_FAILED') throw new UserError(`the stack ${name} is left: ${state.reason}`);
    return state ? undefined : 'gone';
  });
  return leaving.length;
}
