import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { fromIni, fromNodeProviderChain } from '@aws-sdk/credential-providers';
import { REGION } from './client-settings';
import type { AwsCredentials } from './credentials';
import { attempt } from './failures/attempt';

/** Whoever runs a command at a desk: the keys, and the account that they belong to. */
export interface Identity {
  readonly credentials: AwsCredentials;
  readonly accountId: string;
}

/**
 * The keys that the AWS CLI would use: environment, profile, single sign-on, instance.
 * @param profile of ~/.aws/config; left out: AWS_PROFILE, or whatever comes first in the chain
 * @throws Failure when there are none, or STS refuses them
 */
export async function identityOf(profile: string | undefined): Promise<Identity> {
  const resource = profile === undefined ? 'the default credentials' : `the profile ${profile}`;
  const call = { service: 'STS', operation: 'GetCallerIdentity', resource } as const;
  return attempt(call, async () => {
    const credentials = await keysOf(profile);
    const sts = new STSClient({ region: REGION, credentials, maxAttempts: 1 });
    const { Account = '' } = await sts.send(new GetCallerIdentityCommand({}));
    return { credentials, accountId: Account };
  });
}

/** A profile that was named goes before the keys in the environment, as with the AWS CLI. */
const keysOf = (profile: string | undefined): Promise<AwsCredentials> =>
  profile === undefined ? fromNodeProviderChain()() : fromIni({ profile })();
