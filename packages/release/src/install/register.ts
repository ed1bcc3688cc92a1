import type { NewVersion, RegistryAccount } from '@cutover/aws-adapter';
import type { Io } from '../io';
import { UserError } from '../user-error';
import { waitFor } from './wait';

/**
 * Registers a version, or finds it registered. The digest is the token, so that a run that broke off finds its own
 * registration. When that version was deregistered since, the registry would go on answering with it: then the time
 * makes another token.
 * @returns the version's ARN
 */
export async function registered(
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
