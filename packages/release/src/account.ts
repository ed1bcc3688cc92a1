import { identityOf, type RegistryAccount, registryAccount } from '@cutover/aws-adapter';
import { Failure } from '@cutover/handler-kit';
import { UserError } from './user-error';

export interface AccountOptions {
  readonly profile?: string;
  readonly region?: string;
}

/** Where CloudFront is; other types may be installed anywhere. */
const usualRegion = 'us-east-1';

/** The account of a profile, in one region. @throws Failure when there are no keys */
export async function accountOf({ profile, region }: AccountOptions): Promise<{
  readonly account: RegistryAccount;
  readonly accountId: string;
  readonly region: string;
}> {
  const { credentials, accountId } = await identityOf(profile);
  const place = region ?? process.env.AWS_REGION ?? usualRegion;
  return { account: registryAccount({ credentials, region: place }), accountId, region: place };
}

/** What AWS refuses is for the person at the keyboard to mend, like a file. */
export async function sayingWhatAwsSays<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    throw new UserError(error.message);
  }
}
