import type { NewVersion, RegistryAccount, StackState } from '@cutover/aws-adapter';
import type { Io } from '../io';
import type { PackageEntry } from '../package/manifest';
import { UserError } from '../user-error';
import { inOrderOfLeaving, roomFor } from './plan';
import { bucketOutput, installStack, roleOutput } from './template';
import { settled, waitFor } from './wait';

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

async function deployStack(
  { stacks }: RegistryAccount,
  name: string,
  template: string,
  io: Io,
): Promise<StackState> {
  if (await stacks.find(name)) await stacks.update(name, template);
  else await stacks.create(name, template);
  return waitFor(io, `the stack ${name}`, async () => settled(name, await stacks.find(name)));
}

/**
 * The digest is the token, so that a run that broke off finds its own registration. When that version was deregistered
 * since, the registry would go on answering with it: then the time makes another token.
 */
async function registered(
  { types }: RegistryAccount,
  version: Omit<NewVersion, 'token'>,
  digest: string,
  io: Io,
): Promise<string> {
  const { typeName } = version;
  const once = async (token: string): Promise<string> => {
    const registration = await types.register({ ...version, token });
    return waitFor(io, `the registration of ${typeName}`, async () => {
      const { status, versionArn, description } = await types.registration(registration);
      if (status === 'FAILED') throw new UserError(`${typeName} was not registered: ${description}`);
      return status === 'COMPLETE' ? versionArn : undefined;
    });
  };
  const found = await once(digest);
  const isLive = (await types.versions(typeName)).some(({ arn }) => arn === found);
  return isLive ? found : once(`${digest}-${io.now()}`);
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
